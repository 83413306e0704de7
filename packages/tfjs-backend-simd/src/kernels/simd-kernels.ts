import { conv2d } from './convolution/conv2d.ts';
import { conv2dBackpropFilter } from './convolution/conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './convolution/conv2d-backprop-input.ts';
import { fusedConv2d } from './convolution/fused-conv2d.ts';
import { depthwiseConv2d } from './depthwise/depthwise-conv2d.ts';
import { depthwiseConv2dBackpropFilter } from './depthwise/depthwise-conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropInput } from './depthwise/depthwise-conv2d-backprop-input.ts';
import { fusedDepthwiseConv2d } from './depthwise/fused-depthwise-conv2d.ts';
import type { SimdKernel } from './kernel.ts';
import { softmaxCrossEntropy } from './losses/softmax-cross-entropy.ts';
import { addN } from './math/add-n.ts';
import { BINARY_KERNELS } from './math/binary.ts';
import { cast } from './math/cast.ts';
import { reluGradient } from './math/relu-gradient.ts';
import { seededDropout } from './math/seeded-dropout.ts';
import { select } from './math/select.ts';
import { UNARY_KERNELS } from './math/unary.ts';
import { concat } from './movement/concat.ts';
import { fill, onesLike, zerosLike } from './movement/fill.ts';
import { gather } from './movement/gather.ts';
import { pad } from './movement/pad.ts';
import { slice } from './movement/slice.ts';
import { tile } from './movement/tile.ts';
import { transpose } from './movement/transpose.ts';
import { batchNormTraining } from './normalization/batch-norm-training.ts';
import { batchNormTrainingGradient } from './normalization/batch-norm-training-gradient.ts';
import { fusedBatchNorm } from './normalization/fused-batch-norm.ts';
import { averagePool, maxPool } from './pooling/pool.ts';
import { averagePoolGradient, maxPoolGradient } from './pooling/pool-gradient.ts';
import { batchMatMul } from './products/batch-mat-mul.ts';
import { fusedMatMul } from './products/fused-mat-mul.ts';
import { argMax } from './reduction/arg-max.ts';
import { REDUCTION_KERNELS } from './reduction/reduce.ts';
import { softmax } from './reduction/softmax.ts';
import { adamUpdate } from './updates/adam-update.ts';
import { averageUpdate } from './updates/average-update.ts';
import { momentumUpdate } from './updates/momentum-update.ts';

/** The kernels that are compiled; all others are the cpu backend's. */
export const SIMD_KERNELS: readonly SimdKernel[] = [
  ...BINARY_KERNELS,
  ...REDUCTION_KERNELS,
  ...UNARY_KERNELS,
  adamUpdate,
  addN,
  argMax,
  averagePool,
  averagePoolGradient,
  averageUpdate,
  batchMatMul,
  batchNormTraining,
  batchNormTrainingGradient,
  cast,
  concat,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  fill,
  fusedBatchNorm,
  fusedConv2d,
  fusedDepthwiseConv2d,
  fusedMatMul,
  gather,
  maxPool,
  maxPoolGradient,
  momentumUpdate,
  onesLike,
  pad,
  reluGradient,
  seededDropout,
  select,
  slice,
  softmax,
  softmaxCrossEntropy,
  tile,
  transpose,
  zerosLike,
];
