"""What scikit-learn's GaussianNB learns and predicts.

Run: /usr/bin/python3 naive-bayes.py > naive-bayes.json
"""

import json
import sys
import warnings

import numpy
import sklearn
from sklearn.naive_bayes import GaussianNB

SAMPLES, FEATURES, CLASSES = 80, 19, 4


def problem():
    """Bytes around one centre per class, from a generator of whole numbers that anybody can repeat."""
    state = 4711
    values = []
    for _ in range(SAMPLES * FEATURES + CLASSES * FEATURES):
        state = (state * 1103515245 + 12345) % 2**31
        values.append(state >> 16)
    values = numpy.array(values)
    centres = (values[: CLASSES * FEATURES] % 60 + 90).reshape(CLASSES, FEATURES)
    noise = (values[CLASSES * FEATURES :] % 161 - 80).reshape(SAMPLES, FEATURES)
    labels = numpy.arange(SAMPLES) * 7 % 9 % CLASSES
    data = numpy.clip(centres[labels] + noise, 0, 255).astype(numpy.uint8)
    data[:, 3] = 17
    data[labels == 2, 5] = 0
    return data, labels * 3 - 1


def learned(kind, options, x, y, weights=None):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        priors, smoothing = options.get("priors"), options.get("varSmoothing", 1e-9)
        model = GaussianNB(priors=priors, var_smoothing=smoothing).fit(x, y, sample_weight=weights)
    return {
        "kind": kind,
        "options": options,
        "isWeighted": weights is not None,
        "theta": rounded(model.theta_),
        "variance": rounded(model.var_),
        "classPrior": rounded(model.class_prior_),
        "epsilon": model.epsilon_,
        "joint": rounded(model._joint_log_likelihood(x[:12])),
        "probabilities": rounded(model.predict_proba(x[:12])),
        "predictions": model.predict(x).tolist(),
    }


def rounded(values):
    return [float(f"{value:.12g}") for value in numpy.ravel(values)]


def main():
    data, labels = problem()
    mean = data.mean(axis=0)
    scale = numpy.where(data.std(axis=0) == 0, 1, data.std(axis=0))
    scaled = (data - mean) / scale
    weights = numpy.arange(SAMPLES) % 5 / 2
    priors = {"priors": [0.1, 0.2, 0.3, 0.4]}
    cases = [
        learned("bytes", {}, data.astype(float), labels),
        learned("scaled", {}, scaled, labels),
        learned("floats", {}, scaled.astype(numpy.float32).astype(float), labels),
        learned("scaled", priors, scaled, labels),
        learned("scaled", {"varSmoothing": 0.1}, scaled, labels),
        learned("scaled", {}, scaled, labels, weights),
        learned("bytes", {}, data.astype(float), labels, weights),
        learned("floats", priors, scaled.astype(numpy.float32).astype(float), labels, weights),
        learned("bytes", {}, data.astype(float), labels * 0 + 5),
    ]
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
