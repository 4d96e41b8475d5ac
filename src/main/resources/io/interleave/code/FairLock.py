# helper: FairSemaphore
import threading


class FairLock:
    """A reentrant lock that goes to the one that has waited longest."""

    def __init__(self):
        self._turn = FairSemaphore(1)
        self._owner = None
        self._depth = 0

    def acquire(self, blocking=True, timeout=None):
        if not self._is_owned():
            if not self._turn.acquire(blocking, timeout):
                return False
            self._owner = threading.get_ident()
        self._depth += 1
        return True

    def release(self):
        self._depth -= 1
        if self._depth == 0:
            self._owner = None
            self._turn.release()

    def _is_owned(self):  # threading.Condition asks this as well
        return self._owner == threading.get_ident()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *_):
        self.release()
