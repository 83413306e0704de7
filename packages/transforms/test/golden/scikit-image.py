"""Writes scikit-image.json: histograms of oriented gradients. Debian: python3-skimage 0.19.3.

    python3 packages/transforms/test/golden/scikit-image.py > packages/transforms/test/golden/scikit-image.json
"""
import itertools
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


def case(orientations, pixels_per_cell, cells_per_block, block_norm, transform_sqrt=False, width=SIZE):
    options = {
        "orientations": orientations,
        "pixelsPerCell": pixels_per_cell,
        "cellsPerBlock": cells_per_block,
        "blockNorm": block_norm,
        "transformSqrt": transform_sqrt,
    }
    return {"options": options, "width": width}


NORMS = ["L1", "L1-sqrt", "L2", "L2-Hys"]
CASES = [case(9, 4, 2, norm, transform_sqrt) for norm, transform_sqrt in itertools.product(NORMS, (False, True))] + [
    case(9, 8, 3, "L2-Hys"),
    case(8, 7, 1, "L2"),
    case(6, 5, 3, "L1", True),
    case(12, 8, 3, "L1-sqrt"),
    case(1, 3, 1, "L2"),
    case(36, 14, 2, "L2-Hys", True),
    case(9, 4, 7, "L2-Hys"),
    case(9, 6, 2, "L2-Hys", False, 21),
]


def features(pictures, options):
    rows = [
        hog(
            image,
            orientations=options["orientations"],
            pixels_per_cell=(options["pixelsPerCell"],) * 2,
            cells_per_block=(options["cellsPerBlock"],) * 2,
            block_norm=options["blockNorm"],
            transform_sqrt=options["transformSqrt"],
        )
        for image in pictures
    ]
    return [[round(float(value), 8) for value in row[:: max(1, len(row) // 120)]] for row in rows], len(rows[0])


cases = []
for entry in CASES:
    pictures = [picture(seed)[:, : entry["width"]] for seed in (0, 5)]
    of_bytes, feature_count = features(pictures, entry["options"])
    of_units, _ = features([image.astype(np.float32) / np.float32(255) for image in pictures], entry["options"])
    cases.append({**entry, "featureCount": feature_count, "bytes": of_bytes, "units": of_units})
print(json.dumps({"version": skimage.__version__, "cases": cases}))
