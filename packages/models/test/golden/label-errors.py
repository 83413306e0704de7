"""Writes label-errors.json: confident learning as the paper defines it, set by set, on small problems.

Northcutt, Jiang & Chuang 2021 (https://doi.org/10.1613/jair.1.12125), equations 1 to 3 and the ranking by normalised margin.
Run: /usr/bin/python3 label-errors.py
"""

import json
import sys
from pathlib import Path

import numpy

rng = numpy.random.RandomState(20211)
CLASSES = [-3, 0, 2, 9]


def problem(sample_count, class_count, noise, sharpness):
    truth = rng.randint(class_count, size=sample_count)
    flipped = rng.uniform(size=sample_count) < noise
    labels = numpy.where(flipped, rng.randint(class_count, size=sample_count), truth)
    scores = rng.normal(0, 1, (sample_count, class_count))
    scores[numpy.arange(sample_count), truth] += sharpness
    odds = numpy.exp(scores)
    return labels, numpy.round(odds / odds.sum(axis=1, keepdims=True), 4)


def confident_sets(labels, probabilities):
    """`sets[i][j]`: samples with label i that confidently belong to class j."""
    class_count = probabilities.shape[1]
    thresholds = [probabilities[labels == j, j].mean() for j in range(class_count)]
    sets = [[[] for _ in range(class_count)] for _ in range(class_count)]
    for x, row in enumerate(probabilities):
        reached = [j for j in range(class_count) if row[j] >= thresholds[j]]
        if reached:
            sets[labels[x]][max(reached, key=lambda j: row[j])].append(x)
    return thresholds, sets


def case(sample_count, class_count, noise, sharpness, neighbors):
    labels, probabilities = problem(sample_count, class_count, noise, sharpness)
    thresholds, sets = confident_sets(labels, probabilities)
    counts = numpy.array([[len(cell) for cell in row] for row in sets])
    calibrated = [counts[i] / counts[i].sum() * (labels == i).sum() for i in range(class_count)]
    joint = numpy.array(calibrated) / numpy.sum(calibrated)
    near = rng.randint(class_count, size=(sample_count, neighbors)) if neighbors else None
    suspects = []
    for i in range(class_count):
        for j in range(class_count):
            for x in sets[i][j] if i != j else []:
                margin = probabilities[x, i] - numpy.delete(probabilities[x], i).max()
                disagreement = None if near is None else float((near[x] != i).mean())
                doubts = [(1 - margin) / 2] + ([] if disagreement is None else [disagreement])
                suspects.append([float(numpy.mean(doubts)), x, CLASSES[i], CLASSES[j], float(margin), disagreement])
    suspects.sort(key=lambda suspect: (-round(suspect[0], 12), suspect[1]))
    return {
        "classes": CLASSES[:class_count],
        "labels": [CLASSES[code] for code in labels],
        "probabilities": probabilities.tolist(),
        "neighborLabels": None if near is None else [[CLASSES[code] for code in row] for row in near],
        "thresholds": [float(threshold) for threshold in thresholds],
        "counts": counts.tolist(),
        "joint": joint.tolist(),
        "suspects": suspects,
    }


document = {
    "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__},
    "cases": [case(60, 3, 0.2, 2, 0), case(90, 4, 0.3, 1.5, 5), case(40, 2, 0.1, 3, 4)],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
