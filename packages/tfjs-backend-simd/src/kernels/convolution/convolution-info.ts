import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';

export type ConvolutionInfo = backend_util.Conv2DInfo;

type Size4 = [number, number, number, number];

/** The attributes that all kernels of convolutions share. */
interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dataFormat?: 'NHWC' | 'NCHW';
  readonly dilations?: number | [number, number];
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Sizes of a convolution of images of `inputShape` with a filter of `filterShape`. */
export function convolutionInfo(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attrs: NamedAttrMap,
  isDepthwise = false,
): ConvolutionInfo {
  const { strides, pad, dilations, dimRoundingMode } = attrs as unknown as ConvolutionAttributes;
  return backend_util.computeConv2DInfo(
    inputShape as Size4,
    filterShape as Size4,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    isDepthwise,
  );
}

/** Whether tensors and layout are such as the compiled kernels know. */
export function isCompiled(attrs: NamedAttrMap, ...tensors: readonly (TensorInfo | undefined)[]): boolean {
  const isChannelsLast = ((attrs.dataFormat as string | undefined) ?? 'NHWC') === 'NHWC';
  return isChannelsLast && tensors.every((tensor) => tensor?.dtype === 'float32');
}

/** Whether `dy` is of the whole output; that of a transposed convolution may be larger. */
export function isOfOutput({ outShape }: ConvolutionInfo, dy: TensorInfo): boolean {
  return util.arraysEqual(dy.shape, outShape) && util.sizeFromShape(outShape) > 0;
}
