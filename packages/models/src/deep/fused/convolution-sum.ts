import { add, pad, reshape, slice, type Tensor } from '@tensorflow/tfjs-core';
import { type ConvolutionGeometry, convolutionProduct, depthwiseProduct } from './convolution-product.ts';
import { applyFusedActivation } from './fused-activation.ts';
import { cutLastAxis, joinLastAxis } from './last-axis.ts';
import { type SumOptions, type Weights, weightedSum } from './weighted-sum.ts';

/** A convolution, plus a bias, activated: by the depthwise kernel where each channel is a group, else group by group. */
export function convolutionSum(
  x: Tensor,
  weights: Weights,
  { groups, dilations, ...placement }: ConvolutionGeometry & { readonly groups: number },
  options: SumOptions,
): Tensor {
  const kernel = dilated(weights.kernel, dilations);
  const geometry: ConvolutionGeometry = { ...placement, dilations: [1, 1] };
  if (groups > 1 && groups === x.shape[3]) {
    const [height, width, , filters] = kernel.shape as [number, number, number, number];
    const byChannel = reshape(kernel, [height, width, groups, filters / groups]);
    return depthwiseSum(x, { kernel: byChannel, bias: weights.bias }, geometry, options);
  }
  const product = convolutionProduct(geometry);
  if (groups === 1) return weightedSum(product, x, { kernel, bias: weights.bias }, options);
  const part = (whole: Tensor, group: number): Tensor => {
    const channels = whole.shape[3]! / groups;
    return cutLastAxis(whole, group * channels, channels);
  };
  const parts = Array.from({ length: groups }, (_, group) =>
    weightedSum(
      product,
      part(x, group),
      { kernel: part(kernel, group), bias: undefined },
      { ...options, activation: 'linear' },
    ),
  );
  const sums = joinLastAxis(parts);
  return applyFusedActivation(
    weights.bias === undefined ? sums : add(sums, weights.bias),
    options.activation,
  );
}

/** A depthwise convolution, plus a bias, activated. */
export function depthwiseSum(
  x: Tensor,
  weights: Weights,
  geometry: ConvolutionGeometry,
  options: SumOptions,
): Tensor {
  return weightedSum(depthwiseProduct(geometry), x, weights, options);
}

/** A kernel with zeros between its weights: backends have no gradient of a dilated convolution. */
function dilated(kernel: Tensor, [dilationY, dilationX]: readonly [number, number]): Tensor {
  if (dilationY === 1 && dilationX === 1) return kernel;
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  const spread = pad(reshape(kernel, [height, 1, width, 1, channels * filters]), [
    [0, 0],
    [0, dilationY - 1],
    [0, 0],
    [0, dilationX - 1],
    [0, 0],
  ]);
  const whole = reshape(spread, [height * dilationY, width * dilationX, channels, filters]);
  const size = [(height - 1) * dilationY + 1, (width - 1) * dilationX + 1, channels, filters];
  return slice(whole, [0, 0, 0, 0], size);
}
