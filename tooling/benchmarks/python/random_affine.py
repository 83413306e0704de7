"""torchvision's RandomAffine, image after image, each with numbers of its own, on one thread.

Arguments: a file of images, how many of them, `tensor` or `PIL`.
"""

import sys

import numpy
import PIL
import PIL.Image
import torch
import torchvision
from torchvision.transforms import InterpolationMode, RandomAffine

from peer import serve, timed

images_path, count, back_end = sys.argv[1], int(sys.argv[2]), sys.argv[3]
torch.set_num_threads(1)
torch.manual_seed(42)
pixels = numpy.fromfile(images_path, dtype=numpy.uint8, count=count * 784).reshape(count, 28, 28)
place = RandomAffine(
    degrees=15, translate=(0.1, 0.1), scale=(0.8, 1.2), shear=10, interpolation=InterpolationMode.BILINEAR
)


def on_tensors():
    return torch.stack([place(image) for image in tensors])


def on_pictures():
    return [place(picture) for picture in pictures]


tensors = torch.from_numpy(pixels)[:, None]
pictures = [PIL.Image.fromarray(image) for image in pixels]
versions = {"torch": torch.__version__, "torchvision": torchvision.__version__, "Pillow": PIL.__version__}
serve(timed(on_tensors if back_end == "tensor" else on_pictures), **versions)
