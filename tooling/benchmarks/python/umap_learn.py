"""umap-learn, warm. Arguments: a file of images, epochs, the file that takes the map."""

import sys

import numba
import umap

from image_file import load_floats, save_floats
from peer import serve, timed

# Below 4,096 samples umap-learn leaves out pynndescent, whose functions would then stay uncompiled.
WARM_UP_COUNT = 4096
WARM_UP_EPOCHS = 20

images_path, epochs, map_path = sys.argv[1:]
images = load_floats(images_path)


def fit(samples, n_epochs):
    return umap.UMAP(n_epochs=n_epochs).fit_transform(samples)


serve(
    timed(lambda: fit(images, int(epochs)), save_floats(map_path)),
    warm_up=lambda: fit(images[:WARM_UP_COUNT], WARM_UP_EPOCHS),
    numba=numba.__version__,
    **{"umap-learn": umap.__version__},
)
