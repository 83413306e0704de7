"""Writes quality.json: the quality of a map by scikit-learn and SciPy, for points made by a formula.

Debian 12: python3-sklearn 1.2.1, python3-scipy 1.10.1, python3-numpy 1.24.2.

    /usr/bin/python3 packages/visualize/test/reference/quality.py > packages/visualize/test/reference/quality.json
"""

import json

import numpy as np
import scipy
import sklearn
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr
from sklearn.manifold import trustworthiness
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors

COUNT = 300
FEATURE_COUNT = 12
CLASS_COUNT = 5
WORD = 0xFFFFFFFF


def hashed_fraction(key):
    mixed = key * 2654435761 & WORD
    return ((mixed ^ mixed >> 15) * 2246822519 & WORD) >> 14


def fractions(count, start=0):
    return np.array([hashed_fraction(start + i) for i in range(count)]) / 2**18


points = np.arange(COUNT)
labels = points % CLASS_COUNT
samples = np.outer(labels, np.arange(1, FEATURE_COUNT + 1)) / 4
samples = samples + 4 * fractions(COUNT * FEATURE_COUNT).reshape(COUNT, FEATURE_COUNT)
embedded = samples[:, 10:] + fractions(2 * COUNT, 1_000_000).reshape(COUNT, 2)


def neighbors(data, count):
    return NearestNeighbors(n_neighbors=count, algorithm="brute").fit(data).kneighbors(return_distance=False)


def recall(count):
    pairs = zip(neighbors(samples, count), neighbors(embedded, count))
    return float(np.mean([np.isin(on_map, in_truth).mean() for in_truth, on_map in pairs]))


def label_accuracy(count):
    """Each point is classified by the others: the classifier is fitted without it."""
    right = 0
    for point in points:
        others = points != point
        fitted = KNeighborsClassifier(count, algorithm="brute").fit(embedded[others], labels[others])
        right += int(fitted.predict(embedded[point : point + 1])[0] == labels[point])
    return right / COUNT


print(
    json.dumps(
        {
            "versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
            "count": COUNT,
            "sums": {"samples": samples.sum(), "map": embedded.sum()},
            "neighborhoods": [
                {
                    "neighborCount": count,
                    "trustworthiness": trustworthiness(samples, embedded, n_neighbors=count),
                    "continuity": trustworthiness(embedded, samples, n_neighbors=count),
                    "neighborRecall": recall(count),
                }
                for count in (1, 5, 15, 149)
            ],
            "knnLabelAccuracy": [
                {"neighborCount": count, "value": label_accuracy(count)} for count in (1, 4, 10)
            ],
            "shepardCorrelation": spearmanr(pdist(samples), pdist(embedded)).correlation,
        },
        indent=2,
    )
)
