"""Which share of the variance of images scores keep, as a line of JSON with a share for each file of scores.

Arguments: a file of images, components, files of scores.
"""

import json
import sys

import numpy as np

from image_file import load_bytes

images_path, component_count, *score_paths = sys.argv[1:]
images = load_bytes(images_path)
total = sum(images[:, column].var() for column in range(images.shape[1]))


def share(path):
    scores = np.fromfile(path, dtype="<f4").reshape(len(images), int(component_count))
    return float(scores.var(axis=0, dtype=np.float64).sum() / total)


print(json.dumps([share(path) for path in score_paths]))
