"""What scikit-learn's online linear classifiers learn from samples in the order in which they are given.

Run: /usr/bin/python3 online.py > online.json
"""

import json
import re
import sys
import warnings

import numpy
import sklearn
from sklearn.linear_model import PassiveAggressiveClassifier, Perceptron, SGDClassifier

SAMPLES, FEATURES, CLASSES = 90, 11, 3


def problem():
    """Bytes around one centre per class, from a generator of whole numbers that anybody can repeat."""
    state = 12345
    values = []
    for _ in range(SAMPLES * FEATURES + CLASSES * FEATURES):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(state >> 16)
    values = numpy.array(values)
    centres = (values[: CLASSES * FEATURES] % 90 + 60).reshape(CLASSES, FEATURES)
    noise = (values[CLASSES * FEATURES :] % 121 - 60).reshape(SAMPLES, FEATURES)
    labels = numpy.arange(SAMPLES) * 7 % 5 % CLASSES
    return numpy.clip(centres[labels] + noise, 0, 255).astype(numpy.uint8), labels


def snake(name):
    return name if name == "C" else re.sub("([A-Z])", lambda match: "_" + match.group(1).lower(), name)


VALUES = {
    "logLoss": "log_loss",
    "squaredHinge": "squared_hinge",
    "modifiedHuber": "modified_huber",
    "squaredError": "squared_error",
    "epsilonInsensitive": "epsilon_insensitive",
    "squaredEpsilonInsensitive": "squared_epsilon_insensitive",
}

ESTIMATORS = {
    "SGDClassifier": SGDClassifier,
    "Perceptron": Perceptron,
    "PassiveAggressiveClassifier": PassiveAggressiveClassifier,
}

SGD, PERCEPTRON, PASSIVE = ESTIMATORS

CONSTANT = {"learningRate": "constant", "eta0": 0.01}
# With the default alpha the first rates are so high that smooth losses amplify the rounding of float32 without bound.
LOG = {"loss": "logLoss", "alpha": 0.1}

CASES = [
    (SGD, {}),
    (SGD, LOG),
    (SGD, {"loss": "modifiedHuber", **CONSTANT}),
    (SGD, {"loss": "squaredHinge", **CONSTANT}),
    (SGD, {"loss": "perceptron"}),
    (SGD, {"loss": "squaredError", **CONSTANT}),
    (SGD, {"loss": "huber", **CONSTANT}),
    (SGD, {"loss": "epsilonInsensitive", "alpha": 0.1}),
    (SGD, {"loss": "squaredEpsilonInsensitive", **CONSTANT}),
    (SGD, {**LOG, "penalty": "l1"}),
    (SGD, {"penalty": "l1"}),
    (SGD, {"penalty": "elasticnet", "alpha": 0.001, "l1Ratio": 0.4}),
    (SGD, {"loss": "logLoss", "penalty": None, **CONSTANT}),
    (SGD, {**LOG, "maxIter": 40, "tol": None}),
    (SGD, {"loss": "logLoss", "learningRate": "invscaling", "eta0": 0.1, "powerT": 0.3}),
    (SGD, {"loss": "logLoss", "learningRate": "adaptive", "eta0": 0.1, "nIterNoChange": 3}),
    (SGD, {**LOG, "average": True}),
    (SGD, {"average": 200, "maxIter": 8, "tol": None}),
    (SGD, {"average": 2000, "maxIter": 8, "tol": None}),
    (SGD, {**LOG, "fitIntercept": False}),
    (SGD, {**LOG, "classWeight": "balanced"}),
    (SGD, {"loss": "modifiedHuber", "classWeight": {"0": 2, "2": 0.5}, **CONSTANT}),
    (PERCEPTRON, {}),
    (PERCEPTRON, {"penalty": "l2", "alpha": 0.001}),
    (PERCEPTRON, {"penalty": "l1"}),
    (PERCEPTRON, {"penalty": "elasticnet", "eta0": 0.5}),
    (PASSIVE, {}),
    (PASSIVE, {"C": 0.01}),
    (PASSIVE, {"loss": "squaredHinge", "C": 0.1}),
    (PASSIVE, {"C": 0.1, "average": True}),
]


def python_value(name, value):
    if name == "classWeight" and isinstance(value, dict):
        return {int(label): weight for label, weight in value.items()}
    return VALUES.get(value, value) if isinstance(value, str) else value


def learned(estimator, options, x, y, weights=None):
    keywords = {snake(name): python_value(name, value) for name, value in options.items()}
    model = fitted(estimator, keywords, x, y, weights)
    other = fitted(estimator, keywords, x.astype(numpy.float32).astype(float), y, weights)
    change = numpy.abs(model.coef_ - other.coef_).max() / numpy.abs(model.coef_).max()
    if model.n_iter_ != other.n_iter_ or change > 1e-5:
        raise ValueError(f"{estimator} {options}: float32 input changes the model by {change}")
    result = {
        "estimator": estimator,
        "options": options,
        "classCount": len(model.classes_),
        "isWeighted": weights is not None,
        "coef": rounded(model.coef_),
        "intercept": rounded(model.intercept_),
        "nIter": int(model.n_iter_),
        "decisions": rounded(model.decision_function(x[:6])),
    }
    if hasattr(model, "predict_proba"):
        result["probabilities"] = rounded(model.predict_proba(x[:6]))
    return result


def fitted(estimator, keywords, x, y, weights):
    model = ESTIMATORS[estimator](shuffle=False, **keywords)
    return model.fit(x, y) if weights is None else model.fit(x, y, sample_weight=weights)


def rounded(values):
    return [float(f"{value:.8g}") for value in numpy.ravel(values)]


def main():
    warnings.simplefilter("ignore")
    data, labels = problem()
    mean, scale = data.mean(axis=0), data.std(axis=0)
    x = (data - mean) / scale
    weights = numpy.arange(SAMPLES) % 4 / 2
    binary = labels != 1
    cases = [learned(estimator, options, x, labels) for estimator, options in CASES]
    cases += [learned(estimator, options, x[binary], labels[binary]) for estimator, options in CASES[:3] + CASES[20:23] + CASES[26:27]]
    cases += [learned(estimator, options, x, labels, weights) for estimator, options in CASES[:2] + CASES[22:23]]
    golden = {
        "versions": {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__, "python": sys.version.split()[0]},
        "shape": [SAMPLES, FEATURES],
        "data": data.ravel().tolist(),
        "labels": labels.tolist(),
        "mean": mean.tolist(),
        "scale": scale.tolist(),
        "weights": weights.tolist(),
        "cases": cases,
    }
    json.dump(golden, sys.stdout, separators=(",", ":"))
    print()


main()
