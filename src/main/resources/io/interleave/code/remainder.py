# helper: quotient


def remainder(a, b):
    """Has the sign of `a`, as in the scenario; Python's `%` gives that of `b`."""
    return a - b * quotient(a, b)
