import os


def pin(core):
    """Lets this thread run on that core alone, where the system can (Linux)."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})
