import { hogSvm } from './estimators/hog-svm.ts';
import { mlp256128100 } from './estimators/mlp-256-128-100.ts';
import { xgboost } from './estimators/xgboost.ts';
import { twoConv2Fc } from './networks/2-conv-2-fc.ts';
import { twoConv3Fc18mParameters } from './networks/2-conv-3-fc-1-8m-parameters.ts';
import { twoConv3Fc500kParameters } from './networks/2-conv-3-fc-500k-parameters.ts';
import { twoConv113kParameters } from './networks/2-conv-113k-parameters.ts';
import { twoConvKyriakosEfthymiadis } from './networks/2-conv-kyriakos-efthymiadis.ts';
import { twoConvPoolingBn } from './networks/2-conv-pooling-bn.ts';
import { twoConvPoolingElu } from './networks/2-conv-pooling-elu-pytorch.ts';
import { twoConvPoolingKashifRasul } from './networks/2-conv-pooling-kashif-rasul.ts';
import { twoConvPoolingTensorflow } from './networks/2-conv-pooling-tensorflow.ts';
import { twoConvUnder100kParameters } from './networks/2-conv-under-100k-parameters.ts';
import { threeConv2Fc } from './networks/3-conv-2-fc.ts';
import { threeConvBnPooling } from './networks/3-conv-bn-pooling.ts';
import { threeConvPooling2FcDropout } from './networks/3-conv-pooling-2-fc-dropout.ts';
import { threeConvPoolingBn } from './networks/3-conv-pooling-bn.ts';
import { fiveConvBnPooling } from './networks/5-conv-bn-pooling.ts';
import { alexnetTripletLoss } from './networks/alexnet-triplet-loss.ts';
import { capsuleNetwork } from './networks/capsule-network.ts';
import { cnnOptionalShortcuts } from './networks/cnn-optional-shortcuts.ts';
import { compact3Hours } from './networks/compact-3-hours.ts';
import { compact20Minutes } from './networks/compact-20-minutes.ts';
import { densenetBc } from './networks/densenet-bc.ts';
import { dualPathWrn2810 } from './networks/dual-path-wrn-28-10.ts';
import { googlenet } from './networks/googlenet.ts';
import { gruSvm } from './networks/gru-svm.ts';
import { gruSvmDropout } from './networks/gru-svm-dropout.ts';
import { mobilenet } from './networks/mobilenet.ts';
import { resnet18 } from './networks/resnet18.ts';
import { squeezenet } from './networks/squeezenet.ts';
import { vgg16 } from './networks/vgg16.ts';
import { wrn2810 } from './networks/wrn-28-10.ts';
import { wrn2810RandomErasing } from './networks/wrn-28-10-random-erasing.ts';
import { wrn404 } from './networks/wrn-40-4.ts';
import type { Recipe } from './recipe.ts';

/** All recipes: those of rows in the order of these, then our own. */
export const recipes: readonly Recipe[] = [
  twoConvPoolingKashifRasul,
  twoConvPoolingTensorflow,
  twoConvPoolingElu,
  twoConvKyriakosEfthymiadis,
  twoConvUnder100kParameters,
  twoConv113kParameters,
  twoConv3Fc18mParameters,
  twoConv3Fc500kParameters,
  twoConvPoolingBn,
  twoConv2Fc,
  threeConv2Fc,
  threeConvPoolingBn,
  threeConvPooling2FcDropout,
  threeConvBnPooling,
  fiveConvBnPooling,
  cnnOptionalShortcuts,
  gruSvm,
  gruSvmDropout,
  wrn404,
  densenetBc,
  mobilenet,
  resnet18,
  googlenet,
  alexnetTripletLoss,
  squeezenet,
  dualPathWrn2810,
  mlp256128100,
  vgg16,
  wrn2810,
  wrn2810RandomErasing,
  capsuleNetwork,
  hogSvm,
  xgboost,
  compact20Minutes,
  compact3Hours,
];
