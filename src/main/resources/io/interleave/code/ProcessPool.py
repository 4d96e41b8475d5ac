import multiprocessing
import queue
import threading
from concurrent.futures import Executor, Future


class ProcessPool(Executor):
    """Where a worker dies, its task alone fails, and another worker takes its place.

    (A `ProcessPoolExecutor` gives up all of its tasks then, and takes no more.)
    """

    def __init__(self, size):
        self._size = size
        self._tasks = queue.SimpleQueue()
        self._busy = set()
        self._guard = threading.Lock()
        self._keepers = []
        self._closed = False

    def submit(self, task, *arguments):
        with self._guard:
            if self._closed:
                raise RuntimeError("the pool is shut down")
            if not self._keepers:
                self._keepers = [threading.Thread(target=self._keep, daemon=True) for _ in range(self._size)]
                for keeper in self._keepers:
                    keeper.start()
        future = Future()
        self._tasks.put((future, task, arguments))
        return future

    def _keep(self):
        """Keeps one worker in work, until there is none left to do."""
        worker = None
        while order := self._tasks.get():
            future, task, arguments = order
            if not future.set_running_or_notify_cancel():
                continue
            if worker is None:
                worker, pipe = self._hire()
            self._busy.add(worker)
            try:
                pipe.send((task, arguments))
                succeeded, outcome = pipe.recv()
                if succeeded:
                    future.set_result(outcome)
                else:
                    future.set_exception(outcome)
            except (EOFError, OSError):
                future.set_exception(RuntimeError("the worker died"))
                worker = None
            self._busy.discard(worker)
        self._tasks.put(None)
        if worker is not None:
            pipe.close()

    @staticmethod
    def _hire():
        fresh = multiprocessing.get_context("spawn")  # inherits nothing of ours
        ours, theirs = fresh.Pipe()
        worker = fresh.Process(target=work, args=(theirs,), daemon=True)
        worker.start()
        theirs.close()
        return worker, ours

    def kill_one(self):
        """Ends a worker as a crash would, one in the middle of a task where there is such a one."""
        for worker in [it for it in self._busy if it.is_alive()][:1]:
            worker.kill()
            worker.join()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        while cancel_futures and not self._tasks.empty():
            if order := self._tasks.get():
                order[0].cancel()
        self._tasks.put(None)
        for keeper in self._keepers if wait else ():
            keeper.join()


def work(pipe):
    """What a worker process does: task after task, until the pipe is closed."""
    try:
        while True:
            task, arguments = pipe.recv()
            try:
                pipe.send((True, task(*arguments)))
            except Exception as failure:
                pipe.send((False, failure))
    except EOFError:
        pass
