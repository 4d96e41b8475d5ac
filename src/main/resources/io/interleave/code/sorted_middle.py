def sorted_middle(size):
    """Sorts so many made-up numbers; the one in the middle."""
    numbers = []
    x = 88172645463325252
    for _ in range(size):
        x ^= x << 13 & 0xFFFF_FFFF_FFFF_FFFF
        x ^= x >> 7
        x ^= x << 17 & 0xFFFF_FFFF_FFFF_FFFF
        numbers.append(x - 2**64 if x >= 2**63 else x)
    numbers.sort()
    return numbers[size // 2] if numbers else 0
