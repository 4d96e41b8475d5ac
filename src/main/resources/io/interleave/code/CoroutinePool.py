import asyncio
import concurrent.futures
from concurrent.futures import Executor


class CoroutinePool(Executor):
    """Runs tasks as coroutines of the loop, so many at a time."""

    def __init__(self, size):
        self._room = asyncio.Semaphore(size)
        self._futures = set()
        self._closed = False

    def submit(self, task, *arguments):
        if self._closed:
            raise RuntimeError("the pool is shut down")
        future = asyncio.run_coroutine_threadsafe(self._run(task, arguments), loop)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        return future

    async def _run(self, task, arguments):
        async with self._room:
            return await task(*arguments)

    @staticmethod
    def here(task, *arguments):
        """For a task that its caller does itself."""
        return asyncio.run_coroutine_threadsafe(task(*arguments), loop).result()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        for future in list(self._futures) if cancel_futures else ():
            future.cancel()
        if wait:
            concurrent.futures.wait(list(self._futures))
