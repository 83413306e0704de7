"""Median time of one image by numpy.memmap. Arguments: an unpacked file of images, and the indices to read."""

import statistics
import sys

import numpy as np

from peer import serve, timed

IMAGE_HEADER_BYTES = 16

path, indices = sys.argv[1], [int(index) for index in sys.argv[2].split(",")]
images = np.memmap(path, dtype=np.uint8, mode="r", offset=IMAGE_HEADER_BYTES).reshape(-1, 28, 28)
reads = [timed(lambda index=index: np.array(images[index])) for index in indices]

serve(lambda: statistics.median(read() for read in reads))
