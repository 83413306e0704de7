"""What scikit-learn's MLPClassifier learns from given weights, with the samples in order. Writes mlp.json."""
import json
import pathlib
import re
import warnings

import numpy
import scipy
import sklearn
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")

SAMPLES, FEATURES = 60, 5


def byte(sample, feature, label):
    noise = (sample * 7919 + feature * 104729 + (sample * sample) % 97 * 31) % 131
    return noise + 40 * ((label + feature) % 3)


def problem(class_count):
    labels = [(sample * sample + 3 * sample) % 7 % class_count for sample in range(SAMPLES)]
    return [[byte(s, f, labels[s]) for f in range(FEATURES)] for s in range(SAMPLES)], labels


def start(layer, length):
    """Multiples of 2^-10 within 1/2 of 0: float32 holds them exactly."""
    return (numpy.arange(length) * 7919 + layer * 131) % 1024 / 1024 - 0.5


class FromGivenWeights(MLPClassifier):
    layer = 0

    def _init_coef(self, fan_in, fan_out, dtype):
        coef, intercept = start(self.layer, fan_in * fan_out), start(self.layer + 7, fan_out)
        self.layer += 1
        return coef.reshape(fan_in, fan_out), intercept


CASES = [
    (3, {}),
    (3, {"activation": "tanh", "hiddenLayerSizes": [5, 4]}),
    (3, {"activation": "logistic", "hiddenLayerSizes": [9, 3]}),
    (3, {"activation": "identity"}),
    (3, {"hiddenLayerSizes": []}),
    (2, {"alpha": 0.5}),
    (2, {"activation": "tanh", "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-3}),
    (3, {"batchSize": "auto"}),
    (3, {"batchSize": 7, "solver": "sgd", "learningRateInit": 0.05}),
    (3, {"solver": "sgd", "learningRateInit": 0.05, "nesterovsMomentum": False}),
    (2, {"solver": "sgd", "learningRateInit": 0.1, "learningRate": "invscaling", "powerT": 0.3}),
    (3, {"solver": "sgd", "learningRate": "adaptive", "tol": 0.5, "nIterNoChange": 1, "maxIter": 7}),
    (3, {"tol": 0.5, "nIterNoChange": 2, "maxIter": 20}),
    (3, {"solver": "sgd", "momentum": 0, "learningRateInit": 0.2}),
    (3, {"solver": "lbfgs", "maxIter": 3, "activation": "tanh"}),
    (3, {"solver": "lbfgs", "maxIter": 500, "hiddenLayerSizes": [], "alpha": 1}),
    (2, {"solver": "lbfgs", "maxIter": 500, "hiddenLayerSizes": [], "alpha": 0.1}),
]


def scikit_name(name):
    return re.sub(r"(?<!^)(?=[A-Z]|[12]$)", "_", name).lower()


def solve(class_count, given):
    options = {"hiddenLayerSizes": [6], "batchSize": 16, "shuffle": False, "maxIter": 3, **given}
    data, labels = problem(class_count)
    x = (numpy.array(data) - 128) / 64
    model = FromGivenWeights(**{scikit_name(name): value for name, value in options.items()})
    model.fit(x, labels)
    return {
        "classCount": class_count,
        "options": options,
        "nIter": int(model.n_iter_),
        "loss": float(model.loss_),
        "bestLoss": float(model.best_loss_) if options.get("solver") != "lbfgs" else None,
        "lossCurve": list(getattr(model, "loss_curve_", [])),
        "coefs": [coef.ravel().tolist() for coef in model.coefs_],
        "intercepts": [intercept.tolist() for intercept in model.intercepts_],
        "probabilities": model.predict_proba(x[:8]).ravel().tolist(),
        "predictions": model.predict(x).tolist(),
    }


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return value


golden = {
    "versions": {m.__name__: m.__version__ for m in (sklearn, numpy, scipy)},
    "problems": {str(k): dict(zip(("samples", "labels"), problem(k))) for k in (2, 3)},
    "cases": [solve(*case) for case in CASES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(rounded(golden), separators=(",", ":")) + "\n")
print(path.stat().st_size, [(case["nIter"], round(case["loss"], 4)) for case in golden["cases"]])
