import subprocess


def end_child(child):
    """Asks it to end, and after a moment insists."""
    child.terminate()
    try:
        child.wait(timeout=1)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
