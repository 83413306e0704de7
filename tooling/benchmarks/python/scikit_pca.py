"""scikit-learn's PCA with the solver that it chooses itself.

Arguments: a file of images, components, the file that takes the scores.
"""

import sys

import sklearn
from sklearn.decomposition import PCA

from image_file import load_floats, save_floats
from peer import serve, timed

images_path, component_count, scores_path = sys.argv[1:]
images = load_floats(images_path)

serve(
    timed(lambda: PCA(int(component_count)).fit_transform(images), save_floats(scores_path)),
    **{"scikit-learn": sklearn.__version__},
)
