# helper: ReadWriteLock


class StampedLock(ReadWriteLock):
    """A read-write lock, not reentrant, that can also be read without holding it."""

    _version = 0  # odd while somebody writes

    def _me(self):
        return object()

    def acquire_write(self, timeout=None):
        came = super().acquire_write(timeout)
        self._version += came
        return came

    def release_write(self):
        self._version += 1
        super().release_write()

    def optimistic(self):
        """`for _ in lock.optimistic():` runs once, and once more, held, if another one wrote meanwhile."""
        stamp = self._version
        if stamp % 2 == 0:
            yield
            if self._version == stamp:
                return
        with self.reading():
            yield
