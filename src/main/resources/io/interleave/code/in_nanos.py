def in_nanos(seconds):
    """The whole nanoseconds that a scenario counts in."""
    return round(seconds * 1e9)
