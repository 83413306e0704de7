"""umap-learn as a program: from a file of images to a file with the map. Prints its peak memory, in bytes.

Arguments: a file of images, epochs, the file that takes the map.
"""

import sys

import umap

from image_file import load_floats, save_floats
from peak_memory import peak_bytes

images_path, epochs, map_path = sys.argv[1:]
save_floats(map_path)(umap.UMAP(n_epochs=int(epochs)).fit_transform(load_floats(images_path)))
print(peak_bytes())
