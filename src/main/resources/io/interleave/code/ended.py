import asyncio


async def ended(tasks):
    """Waits until all of these coroutines have ended, cancelled ones too."""
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, Exception):
            raise outcome
