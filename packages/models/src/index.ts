export type { Classifier, FittedClassifier, Labels } from './classifier.ts';
export { ModelsError, type ModelsErrorCode } from './errors.ts';
export {
  type FittedKNeighborsClassifier,
  KNeighborsClassifier,
  type KNeighborsClassifierOptions,
} from './neighbors/k-neighbors-classifier.ts';
export { accuracyScore } from './metrics/accuracy-score.ts';
export { confusionMatrix, type ConfusionMatrix } from './metrics/confusion-matrix.ts';
