"""Does the work of a peer again for each line of standard input, and answers with its figure as a line of JSON."""

import gc
import json
import sys
import time

import numpy

WARM_UP = "warm up\n"


def serve(measure, warm_up=None, **libraries):
    """Serves a measure. The warm-up is done once when the line asks for it; libraries are versions by name."""
    versions = {"Python": sys.version.split()[0], "NumPy": numpy.__version__, **libraries}
    print(json.dumps({"versions": versions, "warmsUp": warm_up is not None}), flush=True)
    for request in sys.stdin:
        gc.collect()
        if request == WARM_UP:
            warm_up()
        print(json.dumps(None if request == WARM_UP else measure()), flush=True)


def answer(questions, **libraries):
    """Serves measures by their names: one line of standard input names the next."""
    versions = {"Python": sys.version.split()[0], "NumPy": numpy.__version__, **libraries}
    print(json.dumps({"versions": versions, "warmsUp": False}), flush=True)
    for request in sys.stdin:
        gc.collect()
        print(json.dumps(questions[request.strip()]()), flush=True)


def timed(work, keep=None):
    """A measure that gives the milliseconds of the work; its result is kept or dropped outside the time."""

    def measure():
        start = time.perf_counter()
        result = work()
        elapsed = time.perf_counter() - start
        if keep is not None:
            keep(result)
        del result
        return elapsed * 1000

    return measure
