"""Writes boosting-ties.json: how scikit-learn's boosted trees do when they grow until leaves are pure, seed by seed.

Of equally good splits it takes one by chance, and in small nodes nearly all are equally good. Run: /usr/bin/python3 boosting-ties.py
"""

import json
import pathlib
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits
from sklearn.ensemble import GradientBoostingClassifier

SEEDS = range(20)
ROUNDS = [1, 2, 5, 10]
MAX_DEPTH = 50
TEST_COUNT = 600


def problem():
    """Images of digits. No two classes have as many: equal scores of classes would be told apart by rounding."""
    digits = load_digits()
    order = np.random.RandomState(0).permutation(len(digits.target))
    x, y = np.minimum(digits.data, 15).astype(int)[order], digits.target[order]
    training = np.concatenate([np.flatnonzero(y == k)[: 14 + 2 * (7 * k % 10)] for k in range(10)])
    test = np.setdiff1d(np.arange(len(y)), training)[:TEST_COUNT]
    return {"training": (x[training], y[training]), "test": (x[test], y[test])}


def run(seed, training, test):
    x, y = training
    model = GradientBoostingClassifier(n_estimators=max(ROUNDS), max_depth=MAX_DEPTH, random_state=seed)
    model.fit(x.astype(np.float32), y)
    labels = test[1]
    shares = list(model.staged_predict_proba(test[0].astype(np.float32)))
    likelihoods = shares[-1][np.arange(len(labels)), labels]
    return {
        "accuracies": [round(float(np.mean(shares[rounds - 1].argmax(axis=1) == labels)), 5) for rounds in ROUNDS],
        "loss": round(float(-np.mean(np.log(likelihoods))), 5),
    }


def packed(x, y):
    return {"pixels": ["".join(f"{value:x}" for value in row) for row in x.tolist()], "y": y.tolist()}


data = problem()
golden = {
    "versions": {"python": sys.version.split()[0], "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "maxDepth": MAX_DEPTH,
    "rounds": ROUNDS,
    **{name: packed(*part) for name, part in data.items()},
    "seeds": [run(seed, **data) for seed in SEEDS],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
print(path.name, path.stat().st_size, "bytes")
