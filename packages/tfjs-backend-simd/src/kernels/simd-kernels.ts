import { conv2d } from './convolution/conv2d.ts';
import { conv2dBackpropFilter } from './convolution/conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './convolution/conv2d-backprop-input.ts';
import { fusedConv2d } from './convolution/fused-conv2d.ts';
import { depthwiseConv2d } from './depthwise/depthwise-conv2d.ts';
import { depthwiseConv2dBackpropFilter } from './depthwise/depthwise-conv2d-backprop-filter.ts';
import { depthwiseConv2dBackpropInput } from './depthwise/depthwise-conv2d-backprop-input.ts';
import { fusedDepthwiseConv2d } from './depthwise/fused-depthwise-conv2d.ts';
import type { SimdKernel } from './kernel.ts';
import { batchMatMul } from './products/batch-mat-mul.ts';
import { fusedMatMul } from './products/fused-mat-mul.ts';
import { reluGradient } from './relu-gradient.ts';

/** The kernels that are compiled; all others are the cpu backend's. */
export const SIMD_KERNELS: readonly SimdKernel[] = [
  reluGradient,
  batchMatMul,
  fusedMatMul,
  conv2d,
  fusedConv2d,
  conv2dBackpropInput,
  conv2dBackpropFilter,
  depthwiseConv2d,
  fusedDepthwiseConv2d,
  depthwiseConv2dBackpropInput,
  depthwiseConv2dBackpropFilter,
];
