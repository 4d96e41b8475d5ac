import asyncio
from concurrent.futures import ThreadPoolExecutor

WAITERS = ThreadPoolExecutor(1000)


async def in_thread(wait, *arguments):
    """Waits in a thread of its own, so that the other coroutines can run meanwhile."""
    return await asyncio.get_running_loop().run_in_executor(WAITERS, wait, *arguments)
