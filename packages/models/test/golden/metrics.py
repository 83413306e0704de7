"""What scikit-learn's metrics are for some labels and scores. Writes metrics.json beside itself."""

import json
import platform
import warnings
from pathlib import Path

import numpy
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")
rng = numpy.random.default_rng(5)


def labelled(count, classes, hit_rate):
    true = rng.choice(classes, count)
    predicted = numpy.where(rng.random(count) < hit_rate, true, rng.choice(classes, count))
    return true, predicted


def report(true, predicted, **options):
    text_options = {key: options.pop(key) for key in ("digits", "target_names") if key in options}
    as_data = metrics.classification_report(true, predicted, output_dict=True, **options)
    text = metrics.classification_report(true, predicted, **options, **text_options)
    return {"data": as_data, "text": text}


def case(true, predicted, weights):
    matrices = {
        str(normalize): metrics.confusion_matrix(
            true, predicted, sample_weight=weights, normalize=normalize
        ).tolist()
        for normalize in (None, "true", "pred", "all")
    }
    return {
        "true": true.tolist(),
        "predicted": predicted.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "accuracy": metrics.accuracy_score(true, predicted, sample_weight=weights),
        "correct": float(
            metrics.accuracy_score(true, predicted, sample_weight=weights, normalize=False)
        ),
        "confusion": matrices,
        "report": report(true, predicted, sample_weight=weights),
    }


labels_a = labelled(60, [-2, 3, 7, 20], 0.7)
labels_b = labelled(16, [0, 1], 0.6)
weights_a = rng.integers(1, 9, 60) / 4
# Sixteenths and eighths, which lie between two hundredths; a class that is never predicted, another never true.
eighths = numpy.repeat([0, 1, 2], [8, 8, 8]), numpy.array([0] * 3 + [1] * 5 + [1] * 7 + [3] + [1] * 8)

cases = [case(*labels_a, None), case(*labels_a, weights_a), case(*labels_b, None), case(*eighths, None)]
names = ["ankle boot", "bag", "a dress for the evening", "coat"]
named = report(*labels_a, digits=4, target_names=names)
reordered = report(*labels_b, labels=[1, 0])
with_absent = report(*labels_b, labels=[1, 0, 5])
subset = metrics.confusion_matrix(*labels_a, labels=[7, -2]).tolist()

CLASSES = 4
true = rng.choice([-2, 3, 7, 20], 50)
raw = rng.integers(0, 8, (50, CLASSES)) + 3 * (true[:, None] == numpy.array([-2, 3, 7, 20]))
raw[:, 0] += 1
probabilities = raw / raw.sum(axis=1, keepdims=True)
probabilities[3] = [1, 0, 0, 0]
weights = rng.integers(0, 5, 50) / 2
binary_true = rng.integers(0, 2, 40)
binary_scores = (rng.integers(0, 6, 40) + 2 * binary_true) / 8
binary_margins = rng.integers(-4, 5, 40) + binary_true
binary_weights = rng.integers(1, 5, 40) / 2


def auc(**options):
    return metrics.roc_auc_score(true, probabilities, **options)


def top(k, **options):
    return float(metrics.top_k_accuracy_score(true, probabilities, k=k, **options))


document = {
    "python": platform.python_version(),
    "sklearn": sklearn.__version__,
    "numpy": numpy.__version__,
    "cases": cases,
    "named": {"names": names, "text": named["text"]},
    "reordered": {"labels": [1, 0], "text": reordered["text"]},
    "withAbsent": {"labels": [1, 0, 5], "macro": with_absent["data"]["macro avg"]},
    "subset": {"labels": [7, -2], "confusion": subset},
    "scored": {
        "true": true.tolist(),
        "probabilities": probabilities.tolist(),
        "weights": weights.tolist(),
        "rocAuc": {
            "ovr macro": auc(multi_class="ovr"),
            "ovr weighted": auc(multi_class="ovr", average="weighted"),
            "ovo macro": auc(multi_class="ovo"),
            "ovo weighted": auc(multi_class="ovo", average="weighted"),
        },
        "weightedRocAuc": {
            "ovr macro": auc(multi_class="ovr", sample_weight=weights),
            "ovr weighted": auc(multi_class="ovr", average="weighted", sample_weight=weights),
        },
        "logLoss": metrics.log_loss(true, probabilities),
        "weightedLogLoss": metrics.log_loss(true, probabilities, sample_weight=weights),
        "summedLogLoss": metrics.log_loss(true, probabilities, normalize=False),
        "float32LogLoss": float(metrics.log_loss(true, probabilities.astype(numpy.float32))),
        "topK": {str(k): top(k) for k in (1, 2, 3)},
        "weightedTop2": top(2, sample_weight=weights),
        "top2Count": top(2, normalize=False),
    },
    "binary": {
        "true": binary_true.tolist(),
        "scores": binary_scores.tolist(),
        "margins": binary_margins.tolist(),
        "weights": binary_weights.tolist(),
        "rocAuc": metrics.roc_auc_score(binary_true, binary_scores),
        "weightedRocAuc": metrics.roc_auc_score(binary_true, binary_scores, sample_weight=binary_weights),
        "logLoss": metrics.log_loss(binary_true, numpy.clip(binary_scores, 0, 1)),
        "top1": float(metrics.top_k_accuracy_score(binary_true, binary_scores, k=1)),
        "top1OfMargins": float(metrics.top_k_accuracy_score(binary_true, binary_margins, k=1)),
    },
}
Path(__file__).with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
