import queue
import threading
from concurrent.futures import Executor, Future


class ForkJoinPool(Executor):
    """A pool whose workers run other tasks while they wait for the result of one."""

    def __init__(self, size):
        self._size = size
        self._tasks = queue.LifoQueue()
        self._local = threading.local()
        self._guard = threading.Lock()
        self._closed = False
        self._workers = []

    def submit(self, task, *arguments):
        with self._guard:
            if self._closed:
                raise RuntimeError("the pool is shut down")
            if not self._workers:
                self._workers = [threading.Thread(target=self._work, daemon=True) for _ in range(self._size)]
                for worker in self._workers:
                    worker.start()
        future = Fork(self)
        self._tasks.put((future, task, arguments))
        return future

    def _work(self):
        self._local.is_worker = True
        while not self._closed or not self._tasks.empty():
            self.run_one()

    def run_one(self):
        try:
            future, task, arguments = self._tasks.get(timeout=0.01)
        except queue.Empty:
            return
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(task(*arguments))
            except Exception as failure:
                future.set_exception(failure)

    def is_worker(self):
        return getattr(self._local, "is_worker", False)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        while cancel_futures and not self._tasks.empty():
            self._tasks.get()[0].cancel()
        for worker in self._workers if wait else ():
            worker.join()


class Fork(Future):
    """A task of a ForkJoinPool."""

    def __init__(self, pool):
        super().__init__()
        self._pool = pool

    def result(self, timeout=None):
        while timeout is None and self._pool.is_worker() and not self.done():
            self._pool.run_one()
        return super().result(timeout)
