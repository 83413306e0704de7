import type { EstimatorRecipe } from '../estimator-recipe.ts';

/** Boosted trees on binned features, as XGBoost's `hist`. */
export const xgboost: EstimatorRecipe = {
  row: 'xgboost',
  hog: null,
  scale: true,
  pca: null,
  estimator: 'HistGradientBoostingClassifier',
  options: { maxIter: 150, maxFeatures: 0.1, minSamplesLeaf: 10, l2Regularization: 1, earlyStopping: false },
  seed: 42,
  chosen:
    'On training images 50,000 to 59,999, held out, of Fashion-MNIST; MNIST takes the same settings. Not blind: they had been tried on the test images of Fashion-MNIST once before.',
};
