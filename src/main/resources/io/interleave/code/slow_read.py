import select
import socket


SILENT = socket.socketpair()  # nobody ever writes to it


def slow_read(seconds):
    """Waits in the system for so long for something to read, as for a slow server; other threads run meanwhile."""
    select.select([SILENT[0]], [], [], seconds)
