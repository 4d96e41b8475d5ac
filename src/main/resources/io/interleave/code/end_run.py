import os
import sys
import threading


def end_run(failure):
    """A unit that fails ends the run, and does not only end itself."""
    sys.excepthook(failure.exc_type, failure.exc_value, failure.exc_traceback)
    sys.stdout.flush()
    os._exit(1)


threading.excepthook = end_run
