import threading
from collections import deque
from concurrent.futures import Executor, Future


class BoundedPool(Executor):
    """A pool in which only so many tasks may wait. `when_full` says what becomes of the next one."""

    def __init__(self, executor, room, when_full):
        self._executor = executor
        self._room = threading.Semaphore(room)
        self._when_full = when_full
        self._waiting = deque()
        self._here = getattr(executor, "here", lambda task, *arguments: task(*arguments))

    def submit(self, task, *arguments):
        while not self._room.acquire(blocking=self._when_full == "wait"):
            match self._when_full:
                case "reject":
                    raise RuntimeError("the pool is full")
                case "caller_runs":
                    return done_here(lambda: self._here(task, *arguments))
                case "discard":
                    return dropped()
                case "discard_oldest":
                    if not self._drop_oldest():
                        return dropped()
        future = self._executor.submit(task, *arguments)
        self._waiting.append(future)
        future.add_done_callback(lambda _: self._room.release())
        return future

    def _drop_oldest(self):
        while self._waiting:
            if self._waiting.popleft().cancel():  # does nothing to one that runs already
                return True
        return False

    def kill_one(self):
        self._executor.kill_one()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._executor.shutdown(wait, cancel_futures=cancel_futures)


def dropped():
    future = Future()
    future.cancel()
    future.set_running_or_notify_cancel()  # whoever waits for it learns of it
    return future


def done_here(run):
    future = Future()
    try:
        future.set_result(run())
    except Exception as failure:
        future.set_exception(failure)
    return future
