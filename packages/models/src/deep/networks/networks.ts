import { twoConv2Fc } from './2-conv-2-fc.ts';
import { twoConv3Fc18mParameters } from './2-conv-3-fc-1-8m-parameters.ts';
import { twoConv3Fc500kParameters } from './2-conv-3-fc-500k-parameters.ts';
import { twoConv113kParameters } from './2-conv-113k-parameters.ts';
import { twoConvKyriakosEfthymiadis } from './2-conv-kyriakos-efthymiadis.ts';
import { twoConvPoolingBn } from './2-conv-pooling-bn.ts';
import { twoConvPoolingElu } from './2-conv-pooling-elu-pytorch.ts';
import { twoConvPoolingKashifRasul } from './2-conv-pooling-kashif-rasul.ts';
import { twoConvPoolingTensorflow } from './2-conv-pooling-tensorflow.ts';
import { twoConvUnder100kParameters } from './2-conv-under-100k-parameters.ts';
import { threeConv2Fc } from './3-conv-2-fc.ts';
import { threeConvBnPooling } from './3-conv-bn-pooling.ts';
import { threeConvPooling2FcDropout } from './3-conv-pooling-2-fc-dropout.ts';
import { threeConvPoolingBn } from './3-conv-pooling-bn.ts';
import { fiveConvBnPooling } from './5-conv-bn-pooling.ts';
import { alexnetTripletLoss } from './alexnet-triplet-loss.ts';
import { capsuleNetwork } from './capsule-network.ts';
import { cnnOptionalShortcuts } from './cnn-optional-shortcuts.ts';
import { compact } from './compact.ts';
import { densenetBc } from './densenet-bc.ts';
import { dualPathWrn2810 } from './dual-path-wrn-28-10.ts';
import { fastaiResnet50 } from './fastai-resnet50.ts';
import { googlenet } from './googlenet.ts';
import { gruSvm, gruSvmDropout } from './gru-svm.ts';
import { mlp256128100 } from './mlp-256-128-100.ts';
import { mobilenet } from './mobilenet.ts';
import type { NetworkBuilder } from './network-builder.ts';
import { resnet18 } from './resnet18.ts';
import { squeezenet } from './squeezenet.ts';
import { vgg16 } from './vgg16.ts';
import { wrn404, wrn2810 } from './wide-residual.ts';

const BUILDERS: readonly NetworkBuilder[] = [
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
  capsuleNetwork,
  fastaiResnet50,
  compact,
];

/** All networks by their names: those of the leaderboard in its order, then our own. */
export const networks: Readonly<Record<string, NetworkBuilder>> = Object.freeze(
  Object.fromEntries(BUILDERS.map((builder) => [builder.name, builder])),
);
