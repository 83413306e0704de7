import { add, concat, split, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { type ConvolutionGeometry, convolutionActivated } from './convolution-activated.ts';
import { applyFusedActivation, type FusedActivation } from './fused-activation.ts';

/** A convolution in groups: by the depthwise kernel where each channel is a group, else group by group. */
export function groupedConvolution(
  x: Tensor4D,
  weights: { readonly kernel: Tensor4D; readonly bias: Tensor | undefined },
  { groups, ...geometry }: ConvolutionGeometry & { readonly groups: number },
  options: { readonly activation: FusedActivation; readonly isInput: boolean },
): Tensor {
  if (groups === 1) return convolutionActivated(x, weights, geometry, options);
  const { kernel, bias } = weights;
  const images: readonly Tensor4D[] = split(x, groups, 3);
  const kernels: readonly Tensor4D[] = split(kernel, groups, 3);
  const parts = kernels.map((part, group) =>
    convolutionActivated(images[group]!, { kernel: part, bias: undefined }, geometry, {
      activation: 'linear',
      isInput: options.isInput,
    }),
  );
  const sums = concat(parts, 3);
  return applyFusedActivation(bias === undefined ? sums : add(sums, bias), options.activation);
}
