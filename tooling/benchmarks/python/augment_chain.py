"""torchvision's RandomCrop, RandomHorizontalFlip, Normalize and RandomErasing, image after image, on one thread.

Arguments: a file of images, how many of them, `tensor` or `PIL`: on what the first two work.
"""

import sys

import numpy
import PIL
import PIL.Image
import torch
import torchvision
from torchvision.transforms import (
    Compose,
    ConvertImageDtype,
    Normalize,
    RandomCrop,
    RandomErasing,
    RandomHorizontalFlip,
    ToTensor,
)

from peer import serve, timed

images_path, count, back_end = sys.argv[1], int(sys.argv[2]), sys.argv[3]
torch.set_num_threads(1)
torch.manual_seed(42)
pixels = numpy.fromfile(images_path, dtype=numpy.uint8, count=count * 784).reshape(count, 28, 28)
augment = Compose(
    [
        RandomCrop(28, padding=4),
        RandomHorizontalFlip(),
        ConvertImageDtype(torch.float32) if back_end == "tensor" else ToTensor(),
        Normalize((0.286040597,), (0.3530242445,)),
        RandomErasing(),
    ]
)
images = (
    list(torch.from_numpy(pixels)[:, None])
    if back_end == "tensor"
    else [PIL.Image.fromarray(image) for image in pixels]
)
versions = {"torch": torch.__version__, "torchvision": torchvision.__version__, "Pillow": PIL.__version__}
serve(timed(lambda: torch.stack([augment(image) for image in images])), **versions)
