def quotient(a, b):
    """Rounded towards zero, as in the scenario; Python's `//` rounds down."""
    whole = abs(a) // abs(b)
    return whole if (a < 0) == (b < 0) else -whole
