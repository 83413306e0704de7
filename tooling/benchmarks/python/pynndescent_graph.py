"""pynndescent, warm, asked as umap-learn 0.5.3 asks it.

Arguments: a file of images, neighbours of each (itself included), the file that takes their indices.
"""

import sys

import numba
import numpy as np
import pynndescent
from pynndescent import NNDescent

from image_file import load_floats
from peer import serve, timed

WARM_UP_COUNT = 4096

images_path, neighbor_count, indices_path = sys.argv[1:]
images = load_floats(images_path)


def graph(samples):
    count = len(samples)
    index = NNDescent(
        samples,
        n_neighbors=int(neighbor_count),
        n_trees=min(64, 5 + int(round(count**0.5 / 20))),
        n_iters=max(5, int(round(np.log2(count)))),
        max_candidates=60,
        low_memory=True,
        compressed=False,
    )
    return index.neighbor_graph[0]


serve(
    timed(lambda: graph(images), lambda indices: indices.astype("<i4").tofile(indices_path)),
    warm_up=lambda: graph(images[:WARM_UP_COUNT]),
    numba=numba.__version__,
    pynndescent=pynndescent.__version__,
)
