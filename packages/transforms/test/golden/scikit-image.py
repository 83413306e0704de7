"""Writes scikit-image.json: histograms of oriented gradients. Debian: python3-skimage 0.19.3.

    python3 packages/transforms/test/golden/scikit-image.py > packages/transforms/test/golden/scikit-image.json
"""
import json

import numpy as np
import skimage
from skimage.feature import hog

SIZE = 28


def picture(seed):
    """Bytes that a line of arithmetic makes in any language: a sheared garment with texture, and a dark border."""
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(np.int64)
    values = (x * x * (seed + 1) + 3 * y * (x + seed) + (x ^ y) * 7) % 256
    inside = (x + y // 4 > 5) & (x - y // 5 < 23) & (y > 2) & (y < 26)
    return np.where(inside, values, 0).astype(np.uint8)


CASES = [
    {"orientations": 9, "pixelsPerCell": 4, "cellsPerBlock": 2, "blockNorm": "L2-Hys", "transformSqrt": False},
    {"orientations": 8, "pixelsPerCell": 7, "cellsPerBlock": 1, "blockNorm": "L2", "transformSqrt": False},
    {"orientations": 6, "pixelsPerCell": 5, "cellsPerBlock": 3, "blockNorm": "L1", "transformSqrt": True},
    {"orientations": 12, "pixelsPerCell": 8, "cellsPerBlock": 3, "blockNorm": "L1-sqrt", "transformSqrt": False},
]


def features(options, seed):
    values = hog(
        picture(seed),
        orientations=options["orientations"],
        pixels_per_cell=(options["pixelsPerCell"],) * 2,
        cells_per_block=(options["cellsPerBlock"],) * 2,
        block_norm=options["blockNorm"],
        transform_sqrt=options["transformSqrt"],
    )
    return [round(float(value), 7) for value in values[:: max(1, len(values) // 150)]], len(values)


cases = []
for options in CASES:
    expected = [features(options, seed) for seed in (0, 5)]
    cases.append({"options": options, "featureCount": expected[0][1], "features": [values for values, _ in expected]})
print(json.dumps({"version": skimage.__version__, "cases": cases}, indent=1))
