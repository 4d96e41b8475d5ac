def int64(number):
    """A whole number of 64 bits, which goes round at its ends."""
    return (number + 2**63) % 2**64 - 2**63
