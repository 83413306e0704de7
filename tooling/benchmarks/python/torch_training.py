"""Steps of training in PyTorch: forward, backward and Adam on batches of 128 images.

Arguments: a file of images, a file of their labels, `tutorial` or `small`: the network, how many threads, how many steps.
"""

import sys

import numpy
import torch
from torch import nn

from peer import serve, timed

images_path, labels_path, network = sys.argv[1:4]
threads, steps = (int(each) for each in sys.argv[4:6])
BATCH = 128
torch.set_num_threads(threads)
torch.manual_seed(42)


def tutorial():
    return nn.Sequential(
        nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(3136, 1024), nn.ReLU(), nn.Linear(1024, 10),
    )


def small():
    def block(inputs, outputs):
        return [nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()]

    return nn.Sequential(
        *block(1, 32), *block(32, 32), nn.MaxPool2d(2),
        *block(32, 64), *block(64, 64), nn.MaxPool2d(2),
        *block(64, 48), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(48, 10),
    )


model = {"tutorial": tutorial, "small": small}[network]()
optimizer = torch.optim.Adam(model.parameters())
loss_of = nn.CrossEntropyLoss()
pixels = numpy.fromfile(images_path, dtype=numpy.uint8, count=steps * BATCH * 784)
images = torch.from_numpy(pixels.reshape(steps, BATCH, 1, 28, 28).astype(numpy.float32) / 255)
labels = torch.from_numpy(
    numpy.fromfile(labels_path, dtype=numpy.uint8, count=steps * BATCH).reshape(steps, BATCH).astype(numpy.int64)
)


def train():
    for step in range(steps):
        optimizer.zero_grad()
        loss = loss_of(model(images[step]), labels[step])
        loss.backward()
        optimizer.step()
    return loss.item()


serve(timed(train), torch=torch.__version__)
