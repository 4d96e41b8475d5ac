import socket
import threading


def slow_read(seconds):
    """Blocks in reading from a socket, whose other end answers so late."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        answer = threading.Timer(seconds, theirs.send, [b"!"])
        answer.start()
        ours.recv(1)
        answer.join()
