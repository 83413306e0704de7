"""How scikit-learn splits samples and lists parameters. Writes selection.json beside itself."""

import json
import platform
from pathlib import Path

import numpy
import sklearn
from sklearn.model_selection import (
    ParameterGrid,
    StratifiedKFold,
    StratifiedShuffleSplit,
    cross_val_score,
    train_test_split,
)
from sklearn.neighbors import KNeighborsClassifier

rng = numpy.random.default_rng(11)


def folds(labels, n_splits):
    splits = StratifiedKFold(n_splits).split(numpy.zeros((len(labels), 1)), labels)
    tests = [test.tolist() for _, test in splits]
    return {"labels": labels.tolist(), "folds": n_splits, "tests": tests}


def stratified(class_counts, **sizes):
    labels = numpy.repeat(numpy.arange(len(class_counts)), class_counts)
    split = StratifiedShuffleSplit(1, random_state=0, **sizes).split(labels, labels)
    train, test = next(iter(split))
    counts = {part: numpy.bincount(labels[part_indices], minlength=len(class_counts)).tolist()
              for part, part_indices in (("train", train), ("test", test))}
    return {"classCounts": class_counts, "sizes": sizes, **counts}


def sizes_of(count, **sizes):
    train, test = train_test_split(numpy.arange(count), random_state=0, **sizes)
    return {"count": count, "sizes": sizes, "train": len(train), "test": len(test)}


grids = [
    {"C": [1, 10], "kernel": ["rbf", "poly"], "alpha": [0.5]},
    [{"n_neighbors": [1, 5, 9], "p": [1, 2]}, {"weights": ["distance"]}, {}],
]
x = rng.integers(0, 200, (60, 5))
y = rng.choice([4, 9], 60)
x[y == 9, 0] += 50

document = {
    "python": platform.python_version(),
    "sklearn": sklearn.__version__,
    "numpy": numpy.__version__,
    "folds": [
        folds(rng.choice([3, 1, 8], 23, p=[0.5, 0.3, 0.2]), 4),
        folds(rng.choice([-1, 0], 17), 2),
        folds(numpy.array([5, 5, 5, 5, 2, 2, 2, 9]), 3),
    ],
    "stratified": [
        stratified([52, 31, 18], test_size=0.25),
        stratified([7, 13, 29, 4], test_size=9, train_size=31),
        stratified([100, 3], train_size=0.5),
    ],
    "sizes": [
        sizes_of(10), sizes_of(11), sizes_of(11, test_size=0.3), sizes_of(11, train_size=0.3),
        sizes_of(11, train_size=0.3, test_size=0.3), sizes_of(11, test_size=4), sizes_of(11, train_size=4),
        sizes_of(11, train_size=4, test_size=0.5),
    ],
    "grids": [{"grid": grid, "points": list(ParameterGrid(grid))} for grid in grids],
    "crossValidation": {
        "x": x.tolist(),
        "y": y.tolist(),
        "scores": cross_val_score(KNeighborsClassifier(3), x.astype(float), y, cv=4).tolist(),
    },
}
Path(__file__).with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
