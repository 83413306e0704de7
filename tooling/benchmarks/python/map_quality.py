"""How well maps keep what is near, by scikit-learn, as a line of JSON with an entry for each map.

Arguments: a file of images, a file of their labels, files of maps. The entries: trustworthiness of the first 3,000
images (15 neighbours); which share of the 15 nearest images are among the 15 nearest on the map (mean of 2,000 images);
which share of the images have the label that most of their 10 nearest on the map have.
"""

import json
import sys

import numpy as np
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

from image_file import load_floats, load_map

TRUSTED_COUNT = 3000
QUERY_COUNT = 2000
NEIGHBOR_COUNT = 15
VOTER_COUNT = 10
CLASS_COUNT = 10


def nearest(points, query_count, neighbor_count, algorithm):
    """The nearest of each of the first points, without itself."""
    search = NearestNeighbors(n_neighbors=neighbor_count + 1, algorithm=algorithm).fit(points)
    found = search.kneighbors(points[:query_count], return_distance=False)
    is_other = found != np.arange(len(found))[:, None]
    is_other[is_other.all(axis=1), -1] = False
    return found[is_other].reshape(len(found), neighbor_count)


def recall(true_neighbors, points):
    found = nearest(points, len(true_neighbors), NEIGHBOR_COUNT, "kd_tree")
    return np.mean([np.isin(mine, true).mean() for mine, true in zip(found, true_neighbors)])


def label_accuracy(labels, points):
    votes = labels[nearest(points, len(points), VOTER_COUNT, "kd_tree")]
    counts = (votes[:, :, None] == np.arange(CLASS_COUNT)).sum(axis=1)
    return np.mean(counts.argmax(axis=1) == labels)


images_path, labels_path, *map_paths = sys.argv[1:]
images = load_floats(images_path)
labels = np.fromfile(labels_path, dtype=np.uint8)
true_neighbors = nearest(images, QUERY_COUNT, NEIGHBOR_COUNT, "brute")


def quality(points):
    trusted = trustworthiness(images[:TRUSTED_COUNT], points[:TRUSTED_COUNT], n_neighbors=NEIGHBOR_COUNT)
    return {
        "trustworthiness": float(trusted),
        "recall": float(recall(true_neighbors, points)),
        "labelAccuracy": float(label_accuracy(labels, points)),
    }


print(json.dumps([quality(load_map(path)) for path in map_paths]))
