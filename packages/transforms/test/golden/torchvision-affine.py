"""Writes torchvision-affine.json: affine maps of small pictures. Debian: python3-torchvision 0.14.1, python3-pil 9.4.0.

    python3 packages/transforms/test/golden/torchvision-affine.py > packages/transforms/test/golden/torchvision-affine.json
    python3 packages/transforms/test/golden/torchvision-affine.py 10000 > cases.json   # many, for compare-affine.ts

Expected pixels are those of torchvision's tensor back end. It has no word for a `fill` that blends as zero padding does, nor
for mirrors: the first is zero padding of the picture minus the fill, the second grid_sample's reflection on its own grid.
"""
import base64
import json
import math
import sys
import warnings

import numpy as np
import PIL
import PIL.Image
import torch
import torchvision
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F
from torchvision.transforms import functional_tensor as FT

warnings.simplefilter("ignore")
MODES = {"nearest": InterpolationMode.NEAREST, "bilinear": InterpolationMode.BILINEAR}


def picture(seed, height, width, kind):
    """Pixels that a line of arithmetic makes in any language; floats are whole 128ths."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    values = (x * x * (seed + 1) + 3 * y * (x + seed) + (x ^ y) * 7) % 256
    return values.astype(np.uint8) if kind == "uint8" else (values.astype(np.float32) - 100) / 128


def placed(image, options):
    """torchvision's affine, or its rotate."""
    mode = MODES[options["interpolation"]]
    fill = options["fill"] if options["border"] == "masked-fill" else None
    if "rotate" in options:
        return F.rotate(image, options["rotate"], interpolation=mode, fill=fill)
    degrees, right, down, scale, *shear = options["affine"]
    return F.affine(image, degrees, [right, down], scale, shear, interpolation=mode, fill=fill)


def reflected(image, options):
    """What torchvision's affine does, but for the padding."""
    height, width = image.shape[-2:]
    if "rotate" in options:
        matrix = F._get_inverse_affine_matrix([0, 0], -options["rotate"], [0, 0], 1, [0, 0])
    else:
        degrees, right, down, scale, *shear = options["affine"]
        matrix = F._get_inverse_affine_matrix([0, 0], degrees, [right, down], scale, shear)
    theta = torch.tensor(matrix, dtype=torch.float32).reshape(1, 2, 3)
    grid = FT._gen_affine_grid(theta, w=width, h=height, ow=width, oh=height)
    mode = options["interpolation"]
    sampled = torch.nn.functional.grid_sample(
        image[None].float(), grid, mode=mode, padding_mode="reflection", align_corners=False
    )[0]
    return torch.round(sampled).to(torch.uint8) if image.dtype == torch.uint8 else sampled


def expected(pixels, options):
    image = torch.from_numpy(pixels)[None]
    fill = options["fill"]
    if options["border"] == "reflect":
        return reflected(image, options)[0].numpy()
    if options["border"] == "PIL":
        return np.asarray(placed(PIL.Image.fromarray(pixels), options))
    if options["border"] == "masked-fill" or fill == 0:
        return placed(image, options)[0].numpy()
    moved = placed(image.float() - fill, options) + fill
    return (torch.round(moved).to(torch.uint8) if image.dtype == torch.uint8 else moved)[0].numpy()


def parameters(random, height, width):
    if random.random() < 0.2:
        return {"rotate": round(random.uniform(-180, 180), 3)}
    angle = 180 if random.random() < 0.3 else 15
    shift = [int(random.integers(-size // 3, size // 3 + 1)) for size in (width, height)]
    shear = [round(random.uniform(-25, 25), 3) for _ in range(2)]
    return {"affine": [round(random.uniform(-angle, angle), 3), *shift, round(random.uniform(0.5, 1.7), 3), *shear]}


def half_shift(random, height, width):
    """Puts every pixel between others, and some on the edge of the picture."""
    return {"affine": [0, *[int(random.integers(-size, size + 1)) / 2 for size in (width, height)], 1, 0, 0]}


def group(seed, count, kind, size, interpolation, border, fill=0, draw=parameters):
    random = np.random.default_rng(seed)
    shared = {"interpolation": interpolation, "border": border, "fill": fill}
    cases = []
    for index in range(count):
        own = draw(random, *size)
        pixels = expected(picture(index % 4, *size, kind), {**shared, **own})
        cases.append({"picture": index % 4, **own, "expected": base64.b64encode(pixels.tobytes()).decode()})
    return {"kind": kind, "height": size[0], "width": size[1], **shared, "cases": cases}


def groups(scale):
    def some(count):
        return math.ceil(count * scale)

    small, even, whole = (7, 9), (8, 8), (28, 28)
    return [
        group(1, some(180), "uint8", small, "bilinear", "fill"),
        group(2, some(100), "uint8", small, "bilinear", "fill", 200),
        group(3, some(100), "uint8", small, "bilinear", "masked-fill", 0),
        group(4, some(100), "uint8", small, "bilinear", "masked-fill", 90),
        group(5, some(100), "uint8", even, "bilinear", "reflect"),
        group(6, some(100), "uint8", small, "nearest", "fill", 7),
        group(7, some(60), "uint8", even, "nearest", "reflect"),
        group(8, some(30), "uint8", whole, "bilinear", "fill"),
        group(9, some(10), "uint8", whole, "bilinear", "reflect"),
        group(10, some(10), "uint8", whole, "nearest", "fill"),
        group(11, some(60), "float32", small, "bilinear", "fill", 0.5),
        group(12, some(40), "float32", small, "bilinear", "masked-fill", -1),
        group(13, some(40), "float32", even, "bilinear", "reflect"),
        group(14, some(20), "float32", small, "nearest", "fill", -1),
        group(16, some(12), "uint8", small, "nearest", "masked-fill", 90),
        group(17, some(12), "uint8", even, "nearest", "masked-fill", 90, half_shift),
    ]


versions = {"torchvision": torchvision.__version__, "torch": torch.__version__, "Pillow": PIL.__version__}
if len(sys.argv) > 1:
    count = int(sys.argv[1])
    each = groups(count / 950)
    each.append(group(15, 1000, "uint8", (28, 28), "bilinear", "PIL"))
else:
    each = groups(1)
lines = ",\n".join(json.dumps(each_group).replace(', {"picture"', ',\n{"picture"') for each_group in each)
print(f'{{"versions": {json.dumps(versions)}, "groups": [\n{lines}\n]}}')
