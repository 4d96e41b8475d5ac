import time


def join_all(units, timeout):
    """Waits for threads to end; whether all did in time."""
    until = time.monotonic() + timeout
    for unit in list(units):
        unit.join(max(0, until - time.monotonic()))
    return not any(unit.is_alive() for unit in units)
