import asyncio


class AsyncLatch:
    """Opens for good when it has been counted down to 0."""

    def __init__(self, count):
        self._left = count
        self._open = asyncio.Event()
        if count <= 0:
            self._open.set()

    def count_down(self):
        self._left -= 1
        if self._left <= 0:
            self._open.set()

    async def wait(self):
        await self._open.wait()
