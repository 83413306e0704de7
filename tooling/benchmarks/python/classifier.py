"""A classifier of scikit-learn or xgboost on Fashion-MNIST, standardised in float64 as the original benchmark did.

Arguments: a JSON object {module, name, parameters, trainCount, testCount, isScaled, takesSeed}, then the unpacked
files of the training images and labels and of the test images and labels.

Questions: `fit` and `predict` give milliseconds; `accuracy` the mean over all fits; `objective` the value that a linear
support vector machine with the squared hinge loss minimises, summed over classes.
"""

import importlib
import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.preprocessing import StandardScaler

from peer import answer

warnings.filterwarnings("ignore")
spec = json.loads(sys.argv[1])
paths = sys.argv[2:]
module = importlib.import_module(spec["module"])


def images(path, count):
    pixels = np.fromfile(path, np.uint8, offset=16)[: count * 784].reshape(count, 784)
    return np.ascontiguousarray(pixels, np.float64)


def labels(path, count):
    return np.fromfile(path, np.uint8, offset=8)[:count]


train, test = images(paths[0], spec["trainCount"]), images(paths[2], spec["testCount"])
train_labels, test_labels = labels(paths[1], spec["trainCount"]), labels(paths[3], spec["testCount"])
if spec["isScaled"]:
    scaler = StandardScaler().fit(train)
    train, test = scaler.transform(train), scaler.transform(test)

fitted = None
fits = 0
accuracies = []


def create():
    seed = {"random_state": fits} if spec["takesSeed"] else {}
    return getattr(module, spec["name"])(**spec["parameters"], **seed)


def fit():
    global fitted, fits
    if fits > len(accuracies):
        judge(fitted.predict(test))
    model = create()
    fits += 1
    start = time.perf_counter()
    model.fit(train, train_labels)
    elapsed = time.perf_counter() - start
    fitted = model
    return elapsed * 1000


def predict():
    start = time.perf_counter()
    predicted = fitted.predict(test)
    elapsed = time.perf_counter() - start
    judge(predicted)
    return elapsed * 1000


def judge(predicted):
    """Once for each fit."""
    if fits > len(accuracies):
        accuracies.append(float((predicted == test_labels).mean()))


def objective():
    total = 0.0
    scores = train @ fitted.coef_.T + fitted.intercept_
    for row, label in enumerate(fitted.classes_):
        margins = np.maximum(0, 1 - np.where(train_labels == label, 1, -1) * scores[:, row])
        total += 0.5 * (fitted.coef_[row] @ fitted.coef_[row] + fitted.intercept_[row] ** 2)
        total += fitted.C * (margins @ margins)
    return float(total)


answer(
    {
        "fit": fit,
        "predict": predict,
        "accuracy": lambda: float(np.mean(accuracies)),
        "objective": objective,
    },
    **{"scikit-learn": sklearn.__version__},
    **({} if spec["module"].startswith("sklearn") else {spec["module"]: module.__version__}),
)
