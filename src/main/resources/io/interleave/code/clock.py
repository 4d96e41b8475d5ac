import time


BEGAN = time.perf_counter()


def clock():
    """Seconds since the run began."""
    return time.perf_counter() - BEGAN
