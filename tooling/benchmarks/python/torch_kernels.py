"""Products by NumPy's BLAS, and convolutions with their gradients by PyTorch. Argument: how many threads.

A line asks for the milliseconds of some work: how often, then `product` with rows, inner size and columns, or
`convolution` with `forward`, `input` or `filter`, images, side, channels, filters and side of the window, or `statements`
with a JSON string of those that define `work()`.
"""

import os
import sys

os.environ["OPENBLAS_NUM_THREADS"] = sys.argv[1]

import json
import time

import numpy
import torch

torch.set_num_threads(int(sys.argv[1]))
generator = numpy.random.default_rng(42)


def product(rows, inner, columns):
    a = generator.random((rows, inner), dtype=numpy.float32)
    b = generator.random((inner, columns), dtype=numpy.float32)
    return lambda: a @ b


def convolution(direction, *sizes):
    images, side, channels, filters, window = (int(size) for size in sizes)
    x = torch.rand(images, channels, side, side)
    w = torch.rand(filters, channels, window, window)
    pad = window // 2
    if direction == "forward":
        return lambda: torch.nn.functional.conv2d(x, w, padding=pad)
    dy = torch.rand(images, filters, side, side)
    wanted = [direction == "input", direction == "filter", False]
    return lambda: torch.ops.aten.convolution_backward(
        dy, x, w, [0], [1, 1], [pad, pad], [1, 1], False, [0, 0], 1, wanted
    )


def statements(text):
    scope = {"torch": torch}
    exec(json.loads(text), scope)
    return scope["work"]


def prepare(kind, rest):
    if kind == "statements":
        return statements(rest)
    return product(*(int(size) for size in rest.split())) if kind == "product" else convolution(*rest.split())


versions = {"Python": sys.version.split()[0], "NumPy": numpy.__version__, "torch": torch.__version__}
print(json.dumps({"versions": versions, "warmsUp": False}), flush=True)
works = {}
for line in sys.stdin:
    times, kind, rest = line.split(maxsplit=2)
    key = (kind, rest)
    if key not in works:
        works = {key: prepare(kind, rest)}
    start = time.perf_counter()
    for _ in range(int(times)):
        works[key]()
    print(json.dumps((time.perf_counter() - start) * 1000), flush=True)
