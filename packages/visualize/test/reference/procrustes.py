"""Writes procrustes.json: maps aligned to another map by SciPy, for points made by a formula.

Debian 12: python3-scipy 1.10.1, python3-numpy 1.24.2.

    /usr/bin/python3 packages/visualize/test/reference/procrustes.py > packages/visualize/test/reference/procrustes.json
"""

import json

import numpy as np
import scipy
from scipy.linalg import orthogonal_procrustes

COUNT = 12
point = np.arange(COUNT)
reference = np.stack([3 * np.cos(point) + point / 4, np.sin(2 * point) - 5], axis=1)
noise = np.stack([np.sin(7 * point), np.cos(11 * point)], axis=1)
angle = 2.1
turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

maps = {
    "turned": 0.25 * reference @ turn.T + [40, -3] + 0.1 * noise,
    "mirrored": 7 * reference @ turn.T @ np.diag([-1, 1]) + [0, 100] + 2 * noise,
    "unrelated": noise,
}


def aligned(places):
    target = reference - reference.mean(axis=0)
    source = places - places.mean(axis=0)
    rotation, scale = orthogonal_procrustes(source, target)
    return source @ rotation * scale / (source**2).sum() + reference.mean(axis=0)


def rounded(values):
    return [float(value) for value in np.float32(values).ravel()]


print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "reference": rounded(reference),
            "maps": [
                {"name": name, "places": rounded(places), "aligned": rounded(aligned(places))}
                for name, places in maps.items()
            ],
        },
        indent=1,
    )
)
