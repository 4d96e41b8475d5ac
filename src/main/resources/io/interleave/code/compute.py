import time


def compute(seconds):
    """Keeps a core busy for so long, by the time that this thread has really had a core."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass
