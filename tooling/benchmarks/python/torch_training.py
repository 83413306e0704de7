"""Steps of training in PyTorch: forward, backward and Adam.

Arguments: a file of images, a file of their labels, the network, how many threads. A line asks for the milliseconds of so
many steps on batches of so many images, or for the `peak memory` of the process in MB.
"""

import json
import sys
import time

import numpy
import torch

from peak_memory import peak_bytes
from torch_networks import NETWORKS

images_path, labels_path, network, threads = sys.argv[1:5]
torch.set_num_threads(int(threads))
torch.manual_seed(42)
model = NETWORKS[network]()
optimizer = torch.optim.Adam(model.parameters())
loss_of = torch.nn.CrossEntropyLoss()
pixels = numpy.fromfile(images_path, dtype=numpy.uint8)
labels = torch.from_numpy(numpy.fromfile(labels_path, dtype=numpy.uint8).astype(numpy.int64))


def batches(steps, size):
    count = steps * size
    images = torch.from_numpy(pixels[: count * 784].reshape(steps, size, 1, 28, 28).astype(numpy.float32) / 255)
    return list(zip(images, labels[:count].reshape(steps, size)))


def train(prepared):
    start = time.perf_counter()
    for images, classes in prepared:
        optimizer.zero_grad()
        loss = loss_of(model(images), classes)
        loss.backward()
        optimizer.step()
    loss.item()
    return (time.perf_counter() - start) * 1000


versions = {"Python": sys.version.split()[0], "torch": torch.__version__}
print(json.dumps({"versions": versions, "warmsUp": False}), flush=True)
for line in sys.stdin:
    if line == "peak memory\n":
        print(peak_bytes() / 1e6, flush=True)
    else:
        print(train(batches(*(int(each) for each in line.split()))), flush=True)
