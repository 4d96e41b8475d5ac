import os
import tempfile


def through_file(size):
    """Writes so many bytes to the disk and reads them back."""
    with tempfile.TemporaryFile() as file:
        file.write(bytes(size))
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        file.read()
