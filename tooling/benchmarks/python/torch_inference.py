"""Answers of a network in PyTorch.

Arguments: a file of images, the network, how many threads. A line asks, with the size of a batch and how often, for the
milliseconds that a batch takes.
"""

import json
import sys
import time

import numpy
import torch

from torch_networks import NETWORKS

images_path, network, threads = sys.argv[1:4]
torch.set_num_threads(int(threads))
torch.manual_seed(42)
model = NETWORKS[network]().eval()
pixels = numpy.fromfile(images_path, dtype=numpy.uint8).reshape(-1, 1, 28, 28).astype(numpy.float32) / 255

versions = {"Python": sys.version.split()[0], "torch": torch.__version__}
print(json.dumps({"versions": versions, "warmsUp": False}), flush=True)
with torch.inference_mode():
    for line in sys.stdin:
        size, times = (int(each) for each in line.split())
        start = time.perf_counter()
        for _ in range(times):
            model(torch.from_numpy(pixels[:size])).numpy()
        print((time.perf_counter() - start) * 1000 / times, flush=True)
