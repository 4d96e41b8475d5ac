import asyncio


def on_loop(coroutine):
    """Runs a coroutine on the loop's thread, and waits for its end."""
    return asyncio.run_coroutine_threadsafe(coroutine, loop).result()
