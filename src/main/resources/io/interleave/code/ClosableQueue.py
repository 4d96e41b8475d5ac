# helper: Closable
import queue


class ClosableQueue(Closable, queue.Queue):
    """First in, first out."""
