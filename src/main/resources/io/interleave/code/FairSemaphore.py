import threading
from collections import deque


class FairSemaphore:
    """Its permits go to those who wait in the order in which they came."""

    def __init__(self, permits):
        self._guard = threading.Lock()
        self._permits = permits
        self._waiting = deque()

    def acquire(self, blocking=True, timeout=None):
        with self._guard:
            if self._permits > 0:
                self._permits -= 1
                return True
            if not blocking:
                return False
            turn = threading.Event()
            self._waiting.append(turn)
        if turn.wait(timeout):
            return True
        with self._guard:
            if not turn.is_set():
                self._waiting.remove(turn)
            return turn.is_set()

    def release(self):
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()  # handed on: nobody can slip in between
            else:
                self._permits += 1

    def __enter__(self):
        self.acquire()

    def __exit__(self, *_):
        self.release()
