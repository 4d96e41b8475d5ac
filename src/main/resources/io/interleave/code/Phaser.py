import threading


class Phaser:
    """A barrier whose parties come and go."""

    def __init__(self, parties):
        self._changed = threading.Condition()
        self._parties = parties
        self._arrived = 0
        self._phase = 0

    def register(self):
        with self._changed:
            self._parties += 1

    def deregister(self):
        with self._changed:
            self._parties -= 1
            self._advance()

    def arrive(self):
        with self._changed:
            self._arrived += 1
            place = self._arrived
            self._advance()
            return place

    def wait(self, timeout=None):
        """Arrives and waits for the others; its place among those that came, from 1."""
        with self._changed:
            phase = self._phase
            place = self.arrive()
            if not self._changed.wait_for(lambda: self._phase != phase, timeout):
                raise TimeoutError("the others did not come in time")
            return place

    def _advance(self):
        if self._arrived >= self._parties:
            self._phase += 1
            self._arrived = 0
            self._changed.notify_all()
