# helper: cancelled


def join_uncancelled(units):
    """Waits for threads to end, but not for those that were cancelled."""
    for unit in list(units):
        while unit.is_alive() and unit not in cancelled:
            unit.join(0.05)
