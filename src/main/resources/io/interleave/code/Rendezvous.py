# helper: Closable
import queue
import threading


class Rendezvous(Closable, queue.Queue):
    """Holds nothing: a put waits until its item is in somebody's hands."""

    def put(self, item, block=True, timeout=None):
        with self.mutex:
            if self.closed:
                raise Closed
            offer = (item, threading.Event())
            self._put(offer)
            self.unfinished_tasks += 1
            self.not_empty.notify()
        offer[1].wait(timeout)
        with self.mutex:
            if offer in self.queue:  # the time is up, or it was closed, and nobody has taken it
                self.queue.remove(offer)
                self.unfinished_tasks -= 1
                raise Closed if self.closed else queue.Full

    def close(self):
        super().close()
        for _, taken in list(self.queue):
            taken.set()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if not self.not_empty.wait_for(lambda: self.closed or self._qsize(), timeout):
                raise queue.Empty
            if self.closed:
                raise Closed
            item, taken = self._get()
            taken.set()
            return item
