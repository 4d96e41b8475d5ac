import math


def from_nanos(nanos):
    """Rounded to a whole number of nanoseconds, as the scenario has it."""
    return math.floor(nanos + 0.5) / 1e9
