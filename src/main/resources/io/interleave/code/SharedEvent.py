import asyncio
import threading


class SharedEvent:
    """An event that threads and coroutines can wait for."""

    def __init__(self):
        self._for_threads = threading.Event()
        self._for_coroutines = asyncio.Event()

    def set(self):
        self._for_threads.set()
        loop.call_soon_threadsafe(self._for_coroutines.set)

    def clear(self):
        self._for_threads.clear()
        loop.call_soon_threadsafe(self._for_coroutines.clear)

    def wait(self, timeout=None):
        return self._for_threads.wait(timeout)

    async def wait_async(self):
        await self._for_coroutines.wait()
