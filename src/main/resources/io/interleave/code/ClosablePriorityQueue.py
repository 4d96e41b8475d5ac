# helper: Closable
import queue


class ClosablePriorityQueue(Closable, queue.PriorityQueue):
    """The least first."""
