def duration(seconds):
    """As a scenario writes it: 1.5s, 12ms, 250us."""
    nanos = round(seconds * 1e9)
    if nanos and nanos % 60_000_000_000 == 0:
        return f"{nanos // 60_000_000_000}min"
    for unit, size in (("s", 10**9), ("ms", 10**6), ("us", 10**3)):
        if abs(nanos) >= size:
            return f"{nanos / size:.9f}".rstrip("0").rstrip(".") + unit
    return f"{nanos}ns" if nanos else "0s"
