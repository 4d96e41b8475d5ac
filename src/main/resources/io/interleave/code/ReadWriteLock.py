import threading
from contextlib import contextmanager


class ReadWriteLock:
    """Any number that read, or one that writes; Python has none of its own."""

    def __init__(self):
        self._changed = threading.Condition()
        self._readers = 0
        self._writer = None
        self._depth = 0

    def _me(self):
        return threading.get_ident()

    def acquire_read(self, timeout=None):
        me = self._me()
        with self._changed:
            came = self._changed.wait_for(lambda: self._writer in (None, me), timeout)
            self._readers += came
            return came

    def release_read(self):
        with self._changed:
            self._readers -= 1
            self._changed.notify_all()

    def acquire_write(self, timeout=None):
        me = self._me()
        with self._changed:
            came = self._changed.wait_for(
                lambda: self._writer == me or self._writer is None and not self._readers, timeout
            )
            if came:
                self._writer = me
                self._depth += 1
            return came

    def release_write(self):
        with self._changed:
            self._depth -= 1
            if self._depth == 0:
                self._writer = None
                self._changed.notify_all()

    @contextmanager
    def reading(self):
        self.acquire_read()
        try:
            yield
        finally:
            self.release_read()

    @contextmanager
    def writing(self):
        self.acquire_write()
        try:
            yield
        finally:
            self.release_write()
