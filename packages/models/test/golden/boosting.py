"""Writes boosting.json: what scikit-learn's boosted trees say about small problems. Run: /usr/bin/python3 boosting.py"""

import json
import pathlib
import re
import sys
import warnings

import numpy as np
import sklearn
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier

warnings.filterwarnings("ignore")


def problem(kind, sample_count, feature_count, class_count, seed):
    rng = np.random.RandomState(seed)
    centres = rng.uniform(60, 190, (class_count, feature_count))
    codes = rng.randint(class_count, size=sample_count)
    values = centres[codes] + rng.normal(0, 45, (sample_count, feature_count))
    if kind == "bytes":
        values = np.clip(np.round(values), 0, 255).astype(int)
        values[:, -1] = 17
        values[:, 0] = np.where(values[:, 0] < 110, 0, values[:, 0])
    else:
        values = np.round(values / 64, 3)
    labels = np.array([-4, 3, 8, 20])[codes]
    weights = np.round(rng.uniform(0.2, 3, sample_count), 3) * (rng.uniform(size=sample_count) > 0.1)
    return {"kind": kind, "x": values, "y": labels, "weights": weights}


GB = GradientBoostingClassifier
HIST = HistGradientBoostingClassifier
THREE = ("bytes", 80, 5, 3)
TWO = ("bytes", 70, 4, 2)
FLOATS = ("floats", 290, 2, 3)
FLOAT_PAIR = ("floats", 80, 3, 2)
CASES = [
    (GB, THREE, {"n_estimators": 8}, False),
    (GB, THREE, {"n_estimators": 4, "learning_rate": 0.4, "max_depth": None, "min_samples_leaf": 14}, False),
    (GB, THREE, {"n_estimators": 5, "max_depth": 6, "min_samples_split": 20, "init": "zero"}, False),
    (GB, THREE, {"n_estimators": 5, "max_leaf_nodes": 5, "max_depth": None}, False),
    (GB, THREE, {"n_estimators": 5, "min_impurity_decrease": 0.9}, False),
    (GB, THREE, {"n_estimators": 5, "min_impurity_decrease": 0.004, "criterion": "squared_error"}, False),
    (GB, THREE, {"n_estimators": 6, "min_weight_fraction_leaf": 0.1}, True),
    (GB, THREE, {"n_estimators": 6, "min_samples_leaf": 0.07, "min_samples_split": 0.3}, True),
    (GB, TWO, {"n_estimators": 12}, False),
    (GB, TWO, {"n_estimators": 8, "loss": "exponential"}, True),
    (GB, TWO, {"n_estimators": 8, "loss": "exponential", "max_leaf_nodes": 6, "init": "zero"}, False),
    (GB, FLOATS, {"n_estimators": 5, "max_depth": 2}, False),
    (GB, FLOATS, {"n_estimators": 4, "max_leaf_nodes": 6, "max_depth": 5, "min_samples_leaf": 7}, True),
    (GB, FLOAT_PAIR, {"n_estimators": 6, "min_samples_leaf": 3}, False),
    (HIST, THREE, {"max_iter": 8}, False),
    (HIST, THREE, {"max_iter": 6, "max_leaf_nodes": 6, "min_samples_leaf": 4, "l2_regularization": 1.5}, False),
    (HIST, THREE, {"max_iter": 6, "max_leaf_nodes": None, "max_depth": 3, "min_samples_leaf": 3, "max_bins": 12}, False),
    (HIST, THREE, {"max_iter": 6, "min_samples_leaf": 5, "learning_rate": 0.3}, True),
    (HIST, TWO, {"max_iter": 10, "min_samples_leaf": 6}, False),
    (HIST, TWO, {"max_iter": 60, "learning_rate": 1.0, "early_stopping": True, "validation_fraction": None,
                 "n_iter_no_change": 3, "tol": 0.004, "max_leaf_nodes": 4}, False),
    (HIST, FLOATS, {"max_iter": 6}, False),
    (HIST, FLOATS, {"max_iter": 6, "max_bins": 40, "max_depth": 2}, True),
    (HIST, FLOAT_PAIR, {"max_iter": 6, "min_samples_leaf": 8}, False),
]


def camel(name):
    return re.sub("_(.)", lambda match: match[1].upper(), name)


def as_ours(name, value):
    if isinstance(value, str):
        return camel(value)
    if name in ("min_samples_leaf", "min_samples_split") and isinstance(value, float):
        return {"fraction": value}
    return value


def is_unambiguous(model, estimator, options, x, y, weights):
    """Of equally good splits one is taken by chance or by rounding: a problem with any has no one answer."""
    for seed in range(1, 13):
        rng = np.random.RandomState(seed)
        order = rng.permutation(x.shape[1])
        shaken = (np.ones(len(y)) if weights is None else weights) * (1 + 1e-7 * rng.normal(size=len(y)))
        other = estimator(**options, random_state=seed).fit(x[:, order], y, sample_weight=shaken)
        if not np.allclose(other.decision_function(x[:, order]), model.decision_function(x), atol=2e-6, rtol=0):
            return False
        if estimator is GB and not np.allclose(other.feature_importances_, model.feature_importances_[order], atol=2e-6, rtol=0):
            return False
    return True


def run(estimator, shape, options, is_weighted):
    for seed in range(1000):
        data = problem(*shape, seed)
        x, y = data["x"].astype(np.float32), data["y"]
        weights = data["weights"] if is_weighted else None
        model = estimator(**options, random_state=0).fit(x, y, sample_weight=weights)
        if is_unambiguous(model, estimator, options, x, y, weights):
            break
    else:
        raise ValueError(f"no problem of one answer for {options}")
    wanted = {
        "scores": np.round(model.decision_function(x[:20]), 7).tolist(),
        "probabilities": np.round(model.predict_proba(x[:8]), 7).tolist(),
        "labels": model.predict(x[:30]).tolist(),
        "trainScore": np.round(model.train_score_, 7).tolist(),
    }
    if estimator is GB:
        wanted["featureImportances"] = np.round(model.feature_importances_, 7).tolist()
    return {
        "estimator": estimator.__name__,
        "problem": {name: value.tolist() if name != "kind" else value for name, value in data.items() if is_weighted or name != "weights"},
        "options": {camel(option): as_ours(option, value) for option, value in options.items()},
        "rounds": int(model.n_estimators_ if estimator is GB else model.n_iter_),
        "wanted": wanted,
    }


golden = {
    "versions": {"python": sys.version.split()[0], "scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "cases": [run(*case) for case in CASES],
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
print(path.name, path.stat().st_size, "bytes")
