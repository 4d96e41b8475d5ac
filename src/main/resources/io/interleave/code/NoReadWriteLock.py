from contextlib import nullcontext


class NoReadWriteLock:
    """In the place of a lock that is switched off: nobody waits for it."""

    def acquire(self, timeout=None):
        return True

    def release(self):
        pass

    acquire_read = acquire_write = acquire
    release_read = release_write = release

    def reading(self):
        return nullcontext()

    writing = reading

    def optimistic(self):
        yield
