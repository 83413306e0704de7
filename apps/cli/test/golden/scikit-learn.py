"""Writes scikit-learn.json: what scikit-learn finds on the same files. Debian: python3-sklearn 1.2.1, dataset-fashion-mnist.

    python3 apps/cli/test/golden/scikit-learn.py > apps/cli/test/golden/scikit-learn.json
"""
import gzip
import json

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.neighbors import KNeighborsClassifier

FOLDER = "/usr/share/datasets/fashion-mnist/"


def read(name, header):
    return np.frombuffer(gzip.open(FOLDER + name).read(), np.uint8, offset=header)


train = read("train-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(float)
test = read("t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(float)
train_labels = read("train-labels-idx1-ubyte.gz", 8)
test_labels = read("t10k-labels-idx1-ubyte.gz", 8)

neighbors = KNeighborsClassifier(n_neighbors=5, n_jobs=-1).fit(train, train_labels)
axes = PCA(n_components=2, svd_solver="full").fit(test)
print(
    json.dumps(
        {
            "version": sklearn.__version__,
            "fiveNeighborsAccuracy": neighbors.score(test, test_labels),
            "testPcaExplainedVariance": axes.explained_variance_.tolist(),
            "testPcaExplainedVarianceRatio": axes.explained_variance_ratio_.tolist(),
        },
        indent=2,
    )
)
