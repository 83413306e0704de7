export type { Classifier, FittedClassifier, Labels } from './classifier.ts';
export { ModelsError, type ModelsErrorCode } from './errors.ts';
export { accuracyScore } from './metrics/accuracy-score.ts';
export { type ConfusionMatrix, confusionMatrix } from './metrics/confusion-matrix.ts';
export {
  type FittedKNeighborsClassifier,
  KNeighborsClassifier,
  type KNeighborsClassifierOptions,
} from './neighbors/k-neighbors-classifier.ts';
