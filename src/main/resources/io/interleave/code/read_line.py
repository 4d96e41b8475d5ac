import queue
import threading


def read_line(child, timeout):
    """A line that it printed, or "" after the last; raises queue.Empty where none comes in time."""
    if not hasattr(child, "lines"):
        child.lines = queue.Queue()

        def read():
            for line in child.stdout:
                child.lines.put(line)
            child.lines.put("")

        threading.Thread(target=read, daemon=True).start()
    line = child.lines.get(timeout=timeout)
    if not line:
        child.lines.put("")  # so it is for whoever asks again
    return line
