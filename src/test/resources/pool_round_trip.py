"""One task to a worker process of CPython's ProcessPoolExecutor and back, in nanoseconds, on one line: the mean of
the fastest batch, since whatever disturbs makes a batch slower, never faster.

Arguments: the bytes that travel each way, how many batches, how many tasks in each.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor


def task(number, payload):
    return number, payload


if __name__ == "__main__":
    size, batches, tasks = map(int, sys.argv[1:])
    best = None
    with ProcessPoolExecutor(1) as pool:
        payload = bytes(size)
        for batch in range(batches):
            start = time.perf_counter_ns()
            for number in range(tasks):
                pool.submit(task, number, payload).result()
            took = (time.perf_counter_ns() - start) // tasks
            best = took if best is None else min(best, took)
        print(best)
