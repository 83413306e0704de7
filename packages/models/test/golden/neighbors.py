"""What scikit-learn's KNeighborsClassifier answers. Writes neighbors.json beside itself."""

import json
import platform
from itertools import product
from pathlib import Path

import numpy
import sklearn
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

REFERENCES, QUERIES, SIDE = 80, 25, 6


def pixels(count, seed):
    """Bytes in [count, SIDE, SIDE], brighter where their label says, some of them dark."""
    rng = numpy.random.default_rng(seed)
    labels = rng.integers(0, 4, count) * 3 - 2
    images = rng.integers(0, 90, (count, SIDE, SIDE)) * rng.integers(0, 3, (count, SIDE, SIDE))
    rows = numpy.arange(SIDE)
    images[(labels[:, None] + 2) // 3 == rows[None, :] // 2] += 25
    return numpy.clip(images, 0, 255).astype(numpy.uint8), labels


def answers(references, labels, queries, **options):
    model = KNeighborsClassifier(algorithm="brute", **options).fit(references, labels)
    distances, indices = model.kneighbors(queries)
    gaps = numpy.diff(distances, axis=1)
    assert (gaps > 4e-7 * distances[:, 1:]).all(), "tied distances have no order in scikit-learn"
    return {
        "indices": indices.tolist(),
        "distances": distances.round(7).tolist(),
        "labels": model.predict(queries).tolist(),
        "probabilities": model.predict_proba(queries).round(9).tolist(),
    }


references, labels = pixels(REFERENCES, 7)
queries, _ = pixels(QUERIES, 8)
flat, flat_queries = references.reshape(REFERENCES, -1), queries.reshape(QUERIES, -1)
scaler = StandardScaler().fit(flat)
scaled, scaled_queries = scaler.transform(flat), scaler.transform(flat_queries)

cases = []
for p, weights, n_neighbors in product([1, 1.5, 2, 3], ["uniform", "distance"], [1, 6]):
    options = {"n_neighbors": n_neighbors, "weights": weights, "p": p}
    answer = answers(scaled, labels, scaled_queries, **options)
    cases.append({"isScaled": True, "nNeighbors": n_neighbors, "weights": weights, "p": p, **answer})
for p in [1.5, 2, 3]:
    answer = answers(flat.astype(float), labels, flat_queries.astype(float), n_neighbors=4, p=p)
    cases.append({"isScaled": False, "nNeighbors": 4, "weights": "uniform", "p": p, **answer})

# Queries that are references: neighbours at distance 0.
twice = numpy.concatenate([flat[:30], flat[:10]]).astype(float)
twice_labels = numpy.concatenate([labels[:30], labels[10:20]])
at_zero = KNeighborsClassifier(5, weights="distance", algorithm="brute", p=1).fit(twice, twice_labels)

document = {
    "python": platform.python_version(),
    "sklearn": sklearn.__version__,
    "numpy": numpy.__version__,
    "references": {"shape": references.shape, "data": flat.ravel().tolist()},
    "queries": {"shape": queries.shape, "data": flat_queries.ravel().tolist()},
    "labels": labels.tolist(),
    "mean": scaler.mean_.tolist(),
    "scale": scaler.scale_.tolist(),
    "cases": cases,
    "atZero": {
        "labels": twice_labels.tolist(),
        "predicted": at_zero.predict(twice).tolist(),
        "probabilities": at_zero.predict_proba(twice).tolist(),
    },
}
Path(__file__).with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
