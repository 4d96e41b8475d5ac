import threading


class Latch:
    """Opens for good when it has been counted down to 0."""

    def __init__(self, count):
        self._left = count
        self._changed = threading.Condition()

    def count_down(self):
        with self._changed:
            self._left -= 1
            if self._left <= 0:
                self._changed.notify_all()

    def wait(self, timeout=None):
        with self._changed:
            return self._changed.wait_for(lambda: self._left <= 0, timeout)
