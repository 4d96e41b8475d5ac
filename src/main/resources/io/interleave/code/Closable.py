import queue


class Closed(Exception):
    """Nothing can be put into a closed queue, nor taken out once it is empty."""


class Closable:
    """A queue that can be closed; from Python 3.13 on, `queue.Queue.shutdown` does it."""

    closed = False

    def close(self):
        with self.mutex:
            self.closed = True
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            if not self.not_full.wait_for(lambda: self.closed or self._has_room(), timeout):
                raise queue.Full
            if self.closed:
                raise Closed
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if not self.not_empty.wait_for(lambda: self.closed or self._qsize(), timeout):
                raise queue.Empty
            if not self._qsize():
                raise Closed
            self.not_full.notify()
            return self._get()

    def _has_room(self):
        return not 0 < self.maxsize <= self._qsize()

    def __iter__(self):
        """Item by item, until it is closed and empty."""
        while True:
            try:
                yield self.get()
            except Closed:
                return
