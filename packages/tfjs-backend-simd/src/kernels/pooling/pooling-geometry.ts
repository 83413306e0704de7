import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util } from '@tensorflow/tfjs-core';

type PoolAttributes = [
  filterSize: [number, number] | number,
  strides: [number, number] | number,
  dilations: number,
  pad: Parameters<typeof backend_util.computePool2DInfo>[4],
  rounding?: 'floor' | 'round' | 'ceil',
];

/** How windows lie on the images of a tensor `[batch, height, width, channels]`. */
export function poolingGeometry({ shape }: TensorInfo, attrs: NamedAttrMap): backend_util.Conv2DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  const attributes = [filterSize, strides, 1, pad, dimRoundingMode] as unknown as PoolAttributes;
  return backend_util.computePool2DInfo(shape as [number, number, number, number], ...attributes);
}

/** What pooling functions are told of it, in their order. */
export function windowArguments(
  info: backend_util.Conv2DInfo,
): [number, number, number, number, number, number, number, number, number, number, number] {
  return [
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}
