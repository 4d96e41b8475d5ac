import asyncio
import socket


async def slow_read_async(seconds):
    """Waits for a socket, whose other end answers so late; others run meanwhile."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        this_loop = asyncio.get_running_loop()
        answer = this_loop.call_later(seconds, theirs.send, b"!")
        try:
            await this_loop.sock_recv(ours, 1)
        finally:
            answer.cancel()
