import time


def wait_all(children, timeout):
    """As `wait` of each, with one timeout for all."""
    until = time.monotonic() + timeout
    for child in children:
        child.wait(timeout=max(0, until - time.monotonic()))
