import { flag, type OptionRules, oneOf, real } from '@fashion-mnist/core';
import { add, batchNorm, mul, ones, relu, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { type NormalizationOptions, normalizeBatch } from '../fused/batch-normalization-training.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { resolveLayerOptions } from './layer-options.ts';
import { channelSpec } from './parameter-specs.ts';
import type { Scope } from './scope.ts';

/** Options of batch normalisation. */
export interface BatchNormalizationOptions {
  /** What of the followed statistics stays at a step: `moving = momentum * moving + (1 - momentum) * batch`. @default 0.9 */
  readonly momentum?: number;
  /** Added to variances. @default 1e-5 */
  readonly epsilon?: number;
  /** Whether each channel is multiplied by a number that is learned. @default true */
  readonly scale?: boolean;
  /** Whether a number that is learned is added to each channel. @default true */
  readonly offset?: boolean;
  /** What is done to each value at last. @default 'linear' */
  readonly activation?: 'linear' | 'relu';
}

const RULES: OptionRules<BatchNormalizationOptions> = {
  momentum: real(0.9, { min: 0, max: 1 }),
  epsilon: real(1e-5, { above: 0 }),
  scale: flag(true),
  offset: flag(true),
  activation: oneOf('linear', ['linear', 'relu']),
};

/**
 * Normalises each channel (the last axis): when training by the batch's mean and variance, else by those that it followed.
 * The followed variance is the unbiased one, as in PyTorch; its momentum is 1 minus PyTorch's.
 *
 * @returns A layer that keeps the shape; parameters `scale`, `offset`, `movingMean` and `movingVariance` `[channels]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Ioffe & Szegedy 2015, "Batch normalization".
 */
export function batchNormalization(options: BatchNormalizationOptions = {}): Layer {
  const resolved = resolveLayerOptions('batch-normalization', RULES, options);
  const { scale, offset, epsilon, activation } = resolved;
  const learned = (name: string, count: number, value: number) => ({
    ...channelSpec(name, count, value),
    isTrainable: true,
  });
  return createLayer({
    kind: 'batch-normalization',
    options: resolved,
    outputShape: (input) => input,
    parameters(input) {
      const channels = input.at(-1)!;
      return [
        ...(scale ? [learned('scale', channels, 1)] : []),
        ...(offset ? [learned('offset', channels, 0)] : []),
        channelSpec('movingMean', channels, 0),
        channelSpec('movingVariance', channels, 1),
      ];
    },
    apply(x, scope) {
      const channels = [x.shape.at(-1)!];
      const affine = {
        scale: scale ? scope.parameter('scale') : ones(channels),
        offset: offset ? scope.parameter('offset') : zeros(channels),
      };
      return scope.isTraining
        ? normalizeAndFollow(x, affine, scope, resolved)
        : normalizeByFollowed(x, affine, scope, { epsilon, activation });
    },
  });
}

type Affine = { readonly scale: Tensor; readonly offset: Tensor };

function normalizeAndFollow(
  x: Tensor,
  affine: Affine,
  scope: Scope,
  { momentum, epsilon, activation }: NormalizationOptions & { readonly momentum: number },
): Tensor {
  const { y, mean, variance } = normalizeBatch(x, affine, { epsilon, activation });
  const count = x.size / mean.size;
  const unbiased = mul(variance, count / Math.max(count - 1, 1));
  const moved = (name: string, batch: Tensor): Tensor =>
    add(mul(scope.parameter(name), momentum), mul(batch, 1 - momentum));
  scope.follow('movingMean', moved('movingMean', mean));
  scope.follow('movingVariance', moved('movingVariance', unbiased));
  mean.dispose();
  variance.dispose();
  return y;
}

function normalizeByFollowed(
  x: Tensor,
  { scale, offset }: Affine,
  scope: Scope,
  { epsilon, activation }: NormalizationOptions,
): Tensor {
  const [mean, variance] = [scope.parameter('movingMean'), scope.parameter('movingVariance')];
  const y = batchNorm(x, mean as never, variance as never, offset as never, scale as never, epsilon);
  return activation === 'relu' ? relu(y) : y;
}
