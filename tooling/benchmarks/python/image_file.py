"""Files of numbers without a header: 784 bytes an image, two floats a point of a map."""

import numpy as np

PIXEL_COUNT = 784


def load_bytes(path):
    return np.fromfile(path, dtype=np.uint8).reshape(-1, PIXEL_COUNT)


def load_floats(path):
    """What every library here computes with: given anything else, it would convert once more."""
    return load_bytes(path).astype(np.float32)


def save_floats(path):
    """A function that writes an array to the path."""
    return lambda array: np.asarray(array, dtype="<f4").tofile(path)


def load_map(path):
    return np.fromfile(path, dtype="<f4").reshape(-1, 2)
