"""How exact graphs of nearest images are, as a line of JSON with a share for each graph.

Arguments: a file of images, neighbours, files of graphs. Of 500 images spread over the file, a neighbour counts when it
is no farther than the last of the true ones, found by brute force; one that is named twice counts once.
"""

import json
import sys

import numpy as np

from image_file import load_bytes

QUERY_COUNT = 500
ROWS_AT_ONCE = 5000

images_path, neighbor_count, *graph_paths = sys.argv[1:]
images = load_bytes(images_path)
neighbor_count = int(neighbor_count)
query_rows = np.linspace(0, len(images) - 1, min(QUERY_COUNT, len(images))).astype(int)


def squared_distances(rows):
    """Whole numbers below 2^26, which double precision computes without error. Shape [queries, rows]."""
    queries = images[query_rows].astype(np.float64)
    references = images[rows].astype(np.float64)
    norms = (queries**2).sum(axis=1)[:, None] + (references**2).sum(axis=1)
    return (norms - 2 * queries @ references.T).astype(np.int32)


chunks = [slice(start, start + ROWS_AT_ONCE) for start in range(0, len(images), ROWS_AT_ONCE)]
distances = np.concatenate([squared_distances(chunk) for chunk in chunks], axis=1)
limits = np.partition(distances, neighbor_count - 1, axis=1)[:, neighbor_count - 1]


def recall(graph):
    found = [np.unique(graph[row]) for row in query_rows]
    exact = [np.sum(mine[found[i]] <= limits[i]) for i, mine in enumerate(distances)]
    return float(np.mean(exact) / neighbor_count)


graphs = [np.fromfile(path, dtype="<i4").reshape(-1, neighbor_count) for path in graph_paths]
print(json.dumps([recall(graph) for graph in graphs]))
