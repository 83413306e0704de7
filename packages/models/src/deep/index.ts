export type { BackendName } from './backends/load-backend.ts';
export { type BackendInUse, type UseBackendOptions, useBackend } from './backends/use-backend.ts';
export { type DenseBlockOptions, denseBlock, denseTransition } from './blocks/dense-block.ts';
export { type DepthwiseSeparableOptions, depthwiseSeparable } from './blocks/depthwise-separable.ts';
export { type DualPathStageOptions, dualPathStage } from './blocks/dual-path-stage.ts';
export { type FireOptions, fire } from './blocks/fire.ts';
export { type InceptionOptions, inception } from './blocks/inception.ts';
export { type InvertedResidualOptions, invertedResidual } from './blocks/inverted-residual.ts';
export { type NormalizedConvolutionOptions, normalizedConvolution } from './blocks/normalized-convolution.ts';
export {
  type PreActivationResidualOptions,
  preActivationResidual,
} from './blocks/pre-activation-residual.ts';
export { bottleneckResidual, type ResidualOptions, residual } from './blocks/residual.ts';
export { embedNetwork } from './evaluation/embed-network.ts';
export {
  type EvaluateNetworkOptions,
  evaluateNetwork,
  type NetworkEvaluation,
} from './evaluation/evaluate-network.ts';
export type { EvaluationRun, FlipOption } from './evaluation/evaluation-run.ts';
export type { LabelledImages } from './evaluation/labelled-batches.ts';
export { type NearestMeanOptions, nearestMeanClassifier } from './evaluation/nearest-mean-classifier.ts';
export { type PredictNetworkOptions, predictNetwork } from './evaluation/predict-network.ts';
export { exportLayersModel, type LayersModelFiles } from './export/export-layers-model.ts';
export { exportOnnx } from './export/export-onnx.ts';
export type { ExportOptions } from './export/export-options.ts';
export type { FusedActivation } from './fused/fused-activation.ts';
export { softmaxCrossEntropy } from './fused/softmax-cross-entropy.ts';
export {
  GLOROT_UNIFORM,
  HE_NORMAL,
  type Initializer,
  PYTORCH_UNIFORM,
} from './initializers/initializer.ts';
export { type ActivationFunction, type ActivationOptions, activation } from './layers/activation.ts';
export { type BatchNormalizationOptions, batchNormalization } from './layers/batch-normalization.ts';
export { capsuleLengths } from './layers/capsule-lengths.ts';
export { type CapsulesOptions, capsules } from './layers/capsules.ts';
export { concatenate } from './layers/concatenate.ts';
export { type ConvolutionOptions, convolution } from './layers/convolution.ts';
export { type DenseOptions, dense } from './layers/dense.ts';
export { type DepthwiseConvolutionOptions, depthwiseConvolution } from './layers/depthwise-convolution.ts';
export { type DropoutOptions, dropout } from './layers/dropout.ts';
export { type DualPathOptions, dualPath } from './layers/dual-path.ts';
export { flatten } from './layers/flatten.ts';
export { globalAveragePooling } from './layers/global-average-pooling.ts';
export { type GruOptions, gru } from './layers/gru.ts';
export { identity } from './layers/identity.ts';
export { l2Normalization } from './layers/l2-normalization.ts';
export type { Layer, ParameterSpec } from './layers/layer.ts';
export { type LayerDocument, layerDocument } from './layers/layer-document.ts';
export type { Extent } from './layers/layer-options.ts';
export {
  type LocalResponseNormalizationOptions,
  localResponseNormalization,
} from './layers/local-response-normalization.ts';
export { parseLayer } from './layers/parse-layer.ts';
export { averagePooling, maxPooling, type PoolingOptions } from './layers/pooling.ts';
export { type PrimaryCapsulesOptions, primaryCapsules } from './layers/primary-capsules.ts';
export { type ReshapeOptions, reshape } from './layers/reshape.ts';
export type { Scope } from './layers/scope.ts';
export { sequence } from './layers/sequence.ts';
export type { Shape } from './layers/shape.ts';
export { sum } from './layers/sum.ts';
export type { Padding } from './layers/window.ts';
export { type ZeroPaddingOptions, zeroPadding } from './layers/zero-padding.ts';
export { type CrossEntropyLoss, type CrossEntropyOptions, crossEntropy } from './losses/cross-entropy.ts';
export {
  type HingeLoss,
  type HingeOptions,
  hinge,
  type SquaredHingeLoss,
  squaredHinge,
} from './losses/hinge.ts';
export { type Loss, parseLoss } from './losses/loss.ts';
export { type MarginLoss, type MarginOptions, margin } from './losses/margin.ts';
export { type TripletLoss, type TripletOptions, triplet } from './losses/triplet.ts';
export {
  createNetwork,
  type NetworkOptions,
} from './network/create-network.ts';
export type {
  Network,
  NetworkParameter,
  TrainingStep,
} from './network/network.ts';
export { multiplyAdds, parameterCount } from './network/places.ts';
export type { BuildOptions, NetworkBuilder } from './networks/network-builder.ts';
export { networks } from './networks/networks.ts';
export { type AdagradOptimizer, type AdagradOptions, adagrad } from './optimizers/adagrad.ts';
export { type AdamOptimizer, type AdamOptions, adam, adamW } from './optimizers/adam.ts';
export { type Optimizer, parseOptimizer } from './optimizers/optimizer.ts';
export { type SgdOptimizer, type SgdOptions, sgd } from './optimizers/sgd.ts';
export {
  describeNetwork,
  type LoadNetworkOptions,
  loadNetwork,
  type NetworkDescription,
} from './persistence/load-network.ts';
export { type SaveNetworkOptions, saveNetwork } from './persistence/save-network.ts';
export { type ConstantOptions, type ConstantSchedule, constant } from './schedules/constant.ts';
export { type CosineOptions, type CosineSchedule, cosine } from './schedules/cosine.ts';
export { type CyclicalOptions, type CyclicalSchedule, cyclical } from './schedules/cyclical.ts';
export { type OneCycleOptions, type OneCycleSchedule, oneCycle } from './schedules/one-cycle.ts';
export { learningRate, parseSchedule, type Schedule } from './schedules/schedule.ts';
export { type StepSchedule, type StepScheduleOptions, step } from './schedules/step.ts';
export type { BatchRun, BatchSource, TrainingBatch } from './training/batch-source.ts';
export { trainNetwork } from './training/train-network.ts';
export type {
  TrainingCheckpoints,
  TrainNetworkOptions,
} from './training/training-options.ts';
export type { TrainingProgress } from './training/training-progress.ts';
export type { EpochReport, Score, TrainingReport } from './training/training-report.ts';
