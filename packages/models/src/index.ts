export type { OptionRule } from '@fashion-mnist/core';
export type { FittedBoosting } from './boosting/fitted-boosting.ts';
export {
  type FittedGradientBoostingClassifier,
  GradientBoostingClassifier,
} from './boosting/gradient-boosting-classifier.ts';
export type { GradientBoostingClassifierOptions } from './boosting/gradient-boosting-options.ts';
export {
  type FittedHistGradientBoostingClassifier,
  HistGradientBoostingClassifier,
} from './boosting/hist-gradient-boosting-classifier.ts';
export type { HistGradientBoostingClassifierOptions } from './boosting/hist-gradient-boosting-options.ts';
export type { Classifier, FitRun, FittedClassifier, Labels } from './classifier.ts';
export { ModelsError, type ModelsErrorCode } from './errors.ts';
export type { Estimator } from './estimator.ts';
export { estimators } from './estimators.ts';
export type { FittedGaussianProcessClassifier } from './gaussian-process/fitted-gaussian-process.ts';
export { GaussianProcessClassifier } from './gaussian-process/gaussian-process-classifier.ts';
export type {
  GaussianProcessClassifierOptions,
  GaussianProcessKernel,
} from './gaussian-process/gaussian-process-options.ts';
export {
  type FindLabelErrorsOptions,
  findLabelErrors,
  type LabelErrors,
  type LabelSuspect,
} from './label-errors/find-label-errors.ts';
export { type FittedLinearSVC, LinearSVC, type LinearSVCOptions } from './linear/linear-svc.ts';
export type { LogisticRegressionOptions } from './linear/logistic/logistic-options.ts';
export { type FittedLogisticRegression, LogisticRegression } from './linear/logistic-regression.ts';
export { type AccuracyScoreOptions, accuracyScore } from './metrics/accuracy-score.ts';
export {
  type ClassificationReport,
  type ClassificationReportOptions,
  type ClassScores,
  classificationReport,
} from './metrics/classification-report.ts';
export {
  type ConfusionMatrix,
  type ConfusionMatrixOptions,
  confusionMatrix,
} from './metrics/confusion-matrix.ts';
export {
  type FormatClassificationReportOptions,
  formatClassificationReport,
} from './metrics/format-classification-report.ts';
export { type LogLossOptions, logLoss } from './metrics/log-loss.ts';
export { type RocAucScoreOptions, rocAucScore } from './metrics/roc-auc-score.ts';
export type { WeightedMetricOptions } from './metrics/sample-weight-option.ts';
export type { LabelsOption, Scores } from './metrics/scored-samples.ts';
export { type TopKAccuracyScoreOptions, topKAccuracyScore } from './metrics/top-k-accuracy-score.ts';
export type { FittedGaussianNB } from './naive-bayes/fitted-gaussian-nb.ts';
export { GaussianNB, type GaussianNBOptions } from './naive-bayes/gaussian-nb.ts';
export {
  type FittedKNeighborsClassifier,
  KNeighborsClassifier,
  type KNeighborsClassifierOptions,
  type KNeighborsOptions,
} from './neighbors/k-neighbors-classifier.ts';
export type { FittedMLPClassifier } from './neural-network/fitted-network.ts';
export { MLPClassifier } from './neural-network/mlp-classifier.ts';
export type { Activation, MLPClassifierOptions } from './neural-network/mlp-options.ts';
export type { FittedOnlineClassifier } from './online/fitted-online-classifier.ts';
export type { OnlineOptions } from './online/online-options.ts';
export {
  PassiveAggressiveClassifier,
  type PassiveAggressiveClassifierOptions,
} from './online/passive-aggressive-classifier.ts';
export { Perceptron, type PerceptronOptions } from './online/perceptron.ts';
export { SGDClassifier, type SGDClassifierOptions } from './online/sgd-classifier.ts';
export type { ClassWeight, WeightsByLabel } from './options/class-weight.ts';
export type { Count, Fraction, MaxFeatures } from './options/share-rules.ts';
export {
  describeModel,
  type LoadModelOptions,
  loadModel,
  type ModelDescription,
} from './persistence/load-model.ts';
export type { ArrayDocument, ModelDocument } from './persistence/model-document.ts';
export type { JsonValue, ModelState } from './persistence/model-state.ts';
export { type SaveModelOptions, saveModel } from './persistence/save-model.ts';
export { type FittedPca, Pca, type PcaOptions } from './pipeline/pca.ts';
export { type FittedPipeline, makePipeline } from './pipeline/pipeline.ts';
export {
  type FittedStandardScaler,
  StandardScaler,
  type StandardScalerOptions,
} from './pipeline/standard-scaler.ts';
export type { FittedTransformer, Transformer } from './pipeline/transformer.ts';
export type { FeatureScaling, Features, ScaledBytes } from './samples/features.ts';
export {
  type CrossValPredictProbaOptions,
  crossValPredictProba,
  type OutOfFoldProbabilities,
} from './selection/cross-val-predict-proba.ts';
export { type CrossValScoreOptions, crossValScore } from './selection/cross-val-score.ts';
export { type ParameterLists, type ParameterPoint, parameterGrid } from './selection/parameter-grid.ts';
export type { SplitSize } from './selection/split-sizes.ts';
export { type StratifiedKFoldOptions, stratifiedKFold } from './selection/stratified-k-fold.ts';
export { takeLabels, takeSamples } from './selection/take-samples.ts';
export {
  type SplitIndices,
  type TrainTestSplitOptions,
  trainTestSplit,
} from './selection/train-test-split.ts';
export type { FittedSvc } from './svm/fitted-svc.ts';
export { SVC } from './svm/svc.ts';
export type { SvcOptions } from './svm/svc-options.ts';
export {
  DecisionTreeClassifier,
  type DecisionTreeClassifierOptions,
  type FittedDecisionTreeClassifier,
} from './trees/decision-tree-classifier.ts';
export {
  ExtraTreeClassifier,
  type ExtraTreeClassifierOptions,
  type FittedExtraTreeClassifier,
} from './trees/extra-tree-classifier.ts';
export type { FittedRandomForestClassifier } from './trees/fitted-forest.ts';
export type { RandomForestClassifierOptions } from './trees/forest-options.ts';
export { RandomForestClassifier } from './trees/random-forest-classifier.ts';
export type { TreeStructure } from './trees/tree-structure.ts';
