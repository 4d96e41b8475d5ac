import hashlib


def sha256_number(size):
    """Hashes so many bytes; the first 63 bits of the digest."""
    digest = hashlib.sha256()
    block = bytes(range(256)) * 64
    while size > 0:
        digest.update(block[:size])
        size -= len(block)
    return int.from_bytes(digest.digest()[:8], "big") >> 1
