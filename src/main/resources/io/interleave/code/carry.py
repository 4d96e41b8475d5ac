def carry(task, payload, argument):
    """Runs a task in a worker; the payload travels there and back with it."""
    return task(argument), payload
