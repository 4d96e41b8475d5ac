import threading
import time


class SpinLock:
    """Whoever waits for it looks again and again, and keeps a core busy with that."""

    def __init__(self):
        self._lock = threading.Lock()

    def acquire(self, blocking=True, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        while not self._lock.acquire(blocking=False):
            if not blocking or until is not None and time.monotonic() > until:
                return False
        return True

    def release(self):
        self._lock.release()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *_):
        self.release()
