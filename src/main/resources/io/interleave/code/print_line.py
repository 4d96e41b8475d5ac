def print_line(text):
    """Prints a whole line at once: `print` writes a line's end apart, and lines of threads could run together."""
    print(text + "\n", end="", flush=True)
