# helper: Closable
import queue


class ClosableLifoQueue(Closable, queue.LifoQueue):
    """Last in, first out."""
