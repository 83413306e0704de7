"""Does the work of a peer again for each line of standard input, and answers with its figure as a line of JSON."""

import gc
import json
import sys
import time

import numpy


def serve(measure):
    print(json.dumps({"python": sys.version.split()[0], "numpy": numpy.__version__}), flush=True)
    for _ in sys.stdin:
        gc.collect()
        print(json.dumps(measure()), flush=True)


def timed(work):
    """A measure that gives the milliseconds of the work; its result is dropped outside the time."""

    def measure():
        start = time.perf_counter()
        result = work()
        elapsed = time.perf_counter() - start
        del result
        return elapsed * 1000

    return measure
