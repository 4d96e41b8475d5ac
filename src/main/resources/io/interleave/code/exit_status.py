def exit_status(children):
    """Waits until all have ended; the status of the first that did not end with 0, else 0."""
    return next((status for status in [child.wait() for child in children] if status), 0)
