"""Writes scikit-learn.json: what its scalers make of small samples; what they undo is float32, as ours is. Debian: python3-sklearn 1.2.1.

    python3 packages/transforms/test/golden/scikit-learn.py > packages/transforms/test/golden/scikit-learn.json
"""
import json

import numpy as np
import sklearn
from sklearn.preprocessing import MinMaxScaler, StandardScaler


def byte_samples(count):
    values = (np.arange(count * 6) ** 2 * 37 % 251).reshape(count, 6)
    values[:, 1] = 0
    values[:, 4] = 200
    return values


def float_samples(count):
    rng = np.random.RandomState(7)
    values = rng.normal(size=(count, 6)) * [1, 1e-3, 1e6, 0, 25, 0] + [0, 5, -3e6, 0.1, 1, -1e5]
    return values.astype(np.float32).astype(np.float64)


SAMPLES = [
    ("bytes", byte_samples(13), byte_samples(17)[13:]),
    ("bytes", byte_samples(1), byte_samples(4)),
    ("floats", float_samples(11), float_samples(16)[11:]),
    ("floats", float_samples(1), float_samples(3)),
]
SCALERS = [
    ("standard", {}),
    ("minMax", {}),
    ("minMax", {"featureRange": [-1, 1]}),
    ("minMax", {"featureRange": [0.1, 0.9], "clip": True}),
]


def scaler_of(kind, options):
    if kind == "standard":
        return StandardScaler()
    return MinMaxScaler(feature_range=tuple(options.get("featureRange", (0, 1))), clip=options.get("clip", False))


def rounded(values):
    return [float(f"{value:.10g}") for value in values.ravel()]


cases = []
for pixels, fitted, others in SAMPLES:
    for kind, options in SCALERS:
        scaler = scaler_of(kind, options).fit(fitted.astype(np.float64))
        transformed = scaler.transform(others.astype(np.float64))
        learnt = (scaler.mean_, scaler.scale_) if kind == "standard" else (scaler.data_min_, scaler.data_max_)
        cases.append(
            {
                "kind": kind,
                "options": options,
                "pixels": pixels,
                "featureCount": fitted.shape[1],
                "fitted": fitted.ravel().tolist(),
                "others": others.ravel().tolist(),
                "learnt": [rounded(values) for values in learnt],
                "transformed": rounded(transformed),
                "inverse": rounded(scaler.inverse_transform(transformed.astype(np.float32).astype(np.float64))),
            }
        )
print(json.dumps({"version": sklearn.__version__, "cases": cases}))
