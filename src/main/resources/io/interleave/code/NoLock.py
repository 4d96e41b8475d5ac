from contextlib import nullcontext


class NoLock(nullcontext):
    """In the place of a lock that is switched off: nobody waits for it."""

    def acquire(self, *_, **__):
        return True

    def release(self):
        pass
