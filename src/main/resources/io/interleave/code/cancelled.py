# Threads that were cancelled. CPython cannot end a thread from outside.
cancelled = set()
