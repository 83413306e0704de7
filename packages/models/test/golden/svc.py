"""Writes svc.json: what scikit-learn's SVC makes of small problems. Run: /usr/bin/python3 svc.py"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.svm import SVC

FEATURES = 6
TRAIN = 90
TEST = 24
LABELS = np.array([2, 5, 9])
FORMS = ("bytes", "scaled", "floats")


def samples(count, start):
    """Overlapping clouds of bytes, by whole-number arithmetic."""
    rows = np.arange(start, start + count)[:, None]
    columns = np.arange(FEATURES)[None, :]
    noise = (rows * rows * 37 + rows * columns * 101 + columns * 53 + (rows * 7919) % 113) % 120
    cloud = (rows % 3) * ((columns % 3) + 1) * 22
    return (noise + cloud + 5).astype(np.uint8), LABELS[(rows % 3).ravel()]


def features(form, pixels, mean, scale):
    if form == "bytes":
        return pixels.astype(float)
    scaled = (pixels - mean) / scale
    return scaled if form == "scaled" else scaled.astype(np.float32).astype(float)


CASES = [
    ("rbf", {}, {}),
    ("rbf of large C", {"C": 10}, {}),
    ("rbf, gamma auto", {"gamma": "auto"}, {}),
    ("rbf, narrow", {"gamma": 0.4, "C": 3}, {}),
    ("linear", {"kernel": "linear", "C": 0.02}, {}),
    ("poly", {"kernel": "poly"}, {}),
    ("poly of degree 2 with a constant", {"kernel": "poly", "degree": 2, "coef0": 1}, {}),
    ("sigmoid", {"kernel": "sigmoid", "gamma": 0.01, "coef0": -0.5}, {}),
    ("pairs", {"decisionFunctionShape": "ovo"}, {}),
    ("broken ties", {"C": 0.1, "breakTies": True}, {}),
    ("balanced classes", {"classWeight": "balanced"}, {"skip": 4}),
    ("weighted classes", {"classWeight": {"2": 3, "9": 0.5}}, {}),
    ("weighted samples", {"kernel": "rbf"}, {"weights": True}),
    ("two classes", {"C": 2}, {"classes": 2}),
    ("two classes, linear", {"C": 0.02, "kernel": "linear"}, {"classes": 2}),
]

NAMES = {
    "decisionFunctionShape": "decision_function_shape",
    "breakTies": "break_ties",
    "classWeight": "class_weight",
}


def in_python(options):
    named = {NAMES.get(name, name): value for name, value in options.items()}
    if isinstance(named.get("class_weight"), dict):
        named["class_weight"] = {int(k): v for k, v in named["class_weight"].items()}
    return named


def chosen(labels, how):
    keep = np.ones(len(labels), bool)
    if how.get("classes") == 2:
        keep &= labels != 9
    if "skip" in how:
        keep &= (labels != 5) | (np.arange(len(labels)) % how["skip"] == 0)
    return np.flatnonzero(keep)


def plain(array, digits=9):
    return [float(f"{value:.{digits}g}") for value in np.ravel(array)]


def main():
    pixels, labels = samples(TRAIN, 0)
    test_pixels, _ = samples(TEST, 1000)
    mean, scale = pixels.mean(axis=0), pixels.std(axis=0)
    weights = (np.arange(TRAIN) % 4 + 1) / 2
    cases = []
    for name, options, how in CASES:
        rows = chosen(labels, how)
        for form in FORMS:
            x = features(form, pixels[rows], mean, scale)
            if form == "bytes" and name in ("rbf, narrow", "rbf, gamma auto", "sigmoid") or (
                form == "bytes" and options.get("kernel") == "linear"
            ):
                continue
            sample_weight = weights[rows] if how.get("weights") else None
            model = SVC(tol=1e-9, **in_python(options)).fit(x, labels[rows], sample_weight)
            test = features(form, test_pixels, mean, scale)
            cases.append(
                {
                    "name": name,
                    "form": form,
                    "options": options,
                    "rows": rows.tolist(),
                    "weighted": sample_weight is not None,
                    "gamma": float(model._gamma),
                    "support": model.support_.tolist(),
                    "nSupport": model.n_support_.tolist(),
                    "dualCoef": plain(model.dual_coef_),
                    "intercept": plain(model.intercept_),
                    "coef": plain(model.coef_) if options.get("kernel") == "linear" else None,
                    "decisions": plain(model.decision_function(test)),
                    "predicted": model.predict(test).tolist(),
                }
            )
    document = {
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "train": pixels.ravel().tolist(),
        "labels": labels.tolist(),
        "test": test_pixels.ravel().tolist(),
        "mean": mean.tolist(),
        "scale": scale.tolist(),
        "weights": weights.tolist(),
        "cases": cases,
        "probability": probability(features("floats", pixels, mean, scale), labels, features("floats", test_pixels, mean, scale)),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


def probability(x, labels, test):
    """The exact arithmetic of one model, and how much models of other folds differ."""
    model = SVC(probability=True, random_state=0, decision_function_shape="ovo").fit(x, labels)
    draws = np.array(
        [SVC(probability=True, random_state=seed).fit(x, labels).predict_proba(test) for seed in range(60)]
    )
    two = labels != 9
    binary = SVC(probability=True, random_state=0).fit(x[two], labels[two])
    return {
        "decisions": plain(model.decision_function(test)),
        "slopes": plain(model.probA_),
        "offsets": plain(model.probB_),
        "probabilities": plain(model.predict_proba(test)),
        "mean": plain(draws.mean(axis=0), 6),
        "deviation": plain(draws.std(axis=0), 6),
        "binary": {
            "decisions": plain(binary.decision_function(test)),
            "slopes": plain(binary.probA_),
            "offsets": plain(binary.probB_),
            "probabilities": plain(binary.predict_proba(test)),
        },
        "sigmoid": sigmoid(model.decision_function(x)[:, 0], labels == 2),
    }


def sigmoid(decisions, is_first):
    """Platt's sigmoid by another minimiser, on decisions of the first pair for all samples."""
    from sklearn.calibration import _sigmoid_calibration

    slope, offset = _sigmoid_calibration(decisions, is_first.astype(int))
    return {"decisions": plain(decisions), "isFirst": is_first.tolist(), "slope": slope, "offset": offset}


if __name__ == "__main__":
    main()
