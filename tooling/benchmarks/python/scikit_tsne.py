"""scikit-learn's Barnes-Hut t-SNE.

Arguments: a file of images, perplexity, iterations, threads, the file that takes the map.
"""

import sys

import sklearn
from sklearn.manifold import TSNE

from image_file import load_floats, save_floats
from peer import serve, timed

WARM_UP_COUNT = 500
LEAST_ITERATIONS = 250

images_path, perplexity, iterations, threads, map_path = sys.argv[1:]
images = load_floats(images_path)


def fit(samples, n_iter):
    options = {"perplexity": float(perplexity), "n_iter": n_iter, "n_jobs": int(threads)}
    return TSNE(init="pca", learning_rate="auto", **options).fit_transform(samples)


serve(
    timed(lambda: fit(images, int(iterations)), save_floats(map_path)),
    warm_up=lambda: fit(images[:WARM_UP_COUNT], LEAST_ITERATIONS),
    **{"scikit-learn": sklearn.__version__},
)
