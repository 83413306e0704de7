import { add, div, keep, moments, mul, relu, rsqrt, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernelForAll } from './backend-kernels.ts';
import { differentiable } from './differentiable.ts';
import { reluGradient } from './relu-gradient.ts';

/** A batch normalised by its own statistics. */
export interface NormalizedBatch {
  readonly y: Tensor;
  /** Of each channel; to be disposed by the caller. */
  readonly mean: Tensor;
  /** Of each channel, over all values, not one fewer; to be disposed by the caller. */
  readonly variance: Tensor;
}

/** How values are normalised. */
export interface NormalizationOptions {
  /** Added to variances. */
  readonly epsilon: number;
  readonly activation: 'linear' | 'relu';
}

/**
 * Normalises each channel of a batch, scales and shifts it, and passes it through ReLU where that is wanted. The gradient
 * takes into account that the statistics depend on the batch.
 *
 * @param x - Shape `[..., channels]`.
 * @see Ioffe & Szegedy 2015, "Batch normalization", algorithm 1 and section 3.
 */
export function normalizeBatch(
  x: Tensor,
  { scale, offset }: { readonly scale: Tensor; readonly offset: Tensor },
  options: NormalizationOptions,
): NormalizedBatch {
  const kept: { mean?: Tensor; variance?: Tensor } = {};
  const y = differentiable(
    [x, scale, offset],
    () => {
      const [value, mean, variance] = forward(x, scale, offset, options);
      kept.mean = keep(mean);
      kept.variance = keep(variance);
      return { value, saved: [x, value, mean, variance, scale] };
    },
    (dy, saved) => backward(dy, saved as SavedTensors, options),
  );
  return { y, mean: kept.mean!, variance: kept.variance! };
}

type SavedTensors = readonly [x: Tensor, y: Tensor, mean: Tensor, variance: Tensor, scale: Tensor];

function forward(
  x: Tensor,
  scale: Tensor,
  offset: Tensor,
  options: NormalizationOptions,
): readonly [y: Tensor, mean: Tensor, variance: Tensor] {
  if (hasKernel('BatchNormTraining')) {
    const [y, mean, variance] = runKernelForAll('BatchNormTraining', { x, scale, offset }, options);
    return [y!, mean!, variance!];
  }
  const { mean, variance } = moments(x, allButLast(x));
  const factor = mul(scale, rsqrt(add(variance, options.epsilon)));
  const y = add(mul(sub(x, mean), factor), offset);
  return [options.activation === 'relu' ? relu(y) : y, mean, variance];
}

function backward(dy: Tensor, saved: SavedTensors, options: NormalizationOptions): Tensor[] {
  const [x, y, mean, variance, scale] = saved;
  if (hasKernel('BatchNormTrainingGrad'))
    return [...runKernelForAll('BatchNormTrainingGrad', { dy, x, y, mean, variance, scale }, options)];
  const slope = options.activation === 'relu' ? reluGradient(dy, y) : dy;
  const inverse = rsqrt(add(variance, options.epsilon));
  const normal = mul(sub(x, mean), inverse);
  const dOffset = sum(slope, allButLast(x));
  const dScale = sum(mul(slope, normal), allButLast(x));
  const count = x.size / mean.size;
  const throughStatistics = div(add(dOffset, mul(normal, dScale)), count);
  return [mul(mul(scale, inverse), sub(slope, throughStatistics)), dScale, dOffset];
}

function allButLast(x: Tensor): number[] {
  return [...x.shape.keys()].slice(0, -1);
}
