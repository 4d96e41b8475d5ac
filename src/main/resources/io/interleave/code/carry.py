def carry(task, argument, payload):
    """Runs a task in a worker; the payload travels there and back with it."""
    return task(argument), payload
