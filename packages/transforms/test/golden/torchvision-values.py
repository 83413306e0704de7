"""Writes torchvision-values.json: normalisation, brightness and contrast of tensors. Debian: python3-torchvision 0.14.1.

    python3 packages/transforms/test/golden/torchvision-values.py > packages/transforms/test/golden/torchvision-values.json
"""
import json

import numpy as np
import torch
import torchvision
from torchvision.transforms import functional

EVERY_BYTE = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
DARK = (np.arange(7 * 9) ** 2 % 97).astype(np.uint8).reshape(1, 7, 9)
BRIGHT = (255 - np.arange(5 * 3) ** 2 % 61).astype(np.uint8).reshape(1, 5, 3)
MOMENTS = [(0.286040597, 0.3530242445), (0.1307, 0.3081)]
FACTORS = [0.0, 0.3, 0.55, 0.999, 1.0, 1.1, 1.7, 3.33]


def numbers(tensor):
    """Float32 as its shortest decimal."""
    values = tensor.numpy().ravel()
    return values.tolist() if values.dtype == np.uint8 else [float(str(value)) for value in values]


def unit(image):
    return functional.convert_image_dtype(torch.from_numpy(image), torch.float32)


def adjusted(operation):
    return [
        {
            "factor": factor,
            "shape": image.shape,
            "pixels": image.ravel().tolist(),
            "bytes": numbers(operation(torch.from_numpy(image), factor)),
            "units": numbers(operation(unit(image), factor)),
        }
        for image in (EVERY_BYTE, DARK, BRIGHT)
        for factor in FACTORS
    ]


print(
    json.dumps(
        {
            "version": torchvision.__version__,
            "unit": numbers(unit(EVERY_BYTE)),
            "normalize": [
                {"mean": mean, "std": std, "values": numbers(functional.normalize(unit(EVERY_BYTE), [mean], [std]))}
                for mean, std in MOMENTS
            ],
            "brightness": adjusted(functional.adjust_brightness),
            "contrast": adjusted(functional.adjust_contrast),
        }
    )
)
