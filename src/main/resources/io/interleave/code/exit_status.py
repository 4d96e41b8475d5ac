def exit_status(children):
    """Waits until all have ended; the status of the last."""
    return [child.wait() for child in children][-1]
