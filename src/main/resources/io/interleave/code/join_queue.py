def join_queue(items, timeout):
    """Waits until all items are done with; whether that came in time."""
    with items.all_tasks_done:
        return items.all_tasks_done.wait_for(lambda: not items.unfinished_tasks, timeout)
