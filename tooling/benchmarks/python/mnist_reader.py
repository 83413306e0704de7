"""The way of Fashion-MNIST's own utils/mnist_reader.py: arguments are pairs of gzipped images and labels."""

import gzip
import sys

import numpy as np

from peer import serve, timed

LABEL_HEADER_BYTES = 8
IMAGE_HEADER_BYTES = 16


def load(images_path, labels_path):
    with gzip.open(labels_path, "rb") as file:
        labels = np.frombuffer(file.read(), dtype=np.uint8, offset=LABEL_HEADER_BYTES)
    with gzip.open(images_path, "rb") as file:
        images = np.frombuffer(file.read(), dtype=np.uint8, offset=IMAGE_HEADER_BYTES)
    return images.reshape(len(labels), 784), labels


def load_all(paths):
    return [load(*pair) for pair in zip(paths[0::2], paths[1::2])]


if __name__ == "__main__":
    serve(timed(lambda: load_all(sys.argv[1:])))
