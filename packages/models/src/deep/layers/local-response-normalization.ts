import { type OptionRules, real, whole } from '@fashion-mnist/core';
import { localResponseNormalization as normalize, type Tensor4D } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { resolveLayerOptions } from './layer-options.ts';
import { imageShape } from './shape.ts';

/** Options of local response normalisation; the defaults are those of AlexNet. */
export interface LocalResponseNormalizationOptions {
  /** How many channels on either side count. @default 2 */
  readonly radius?: number;
  /** @default 2 */
  readonly bias?: number;
  /** @default 1e-4 */
  readonly alpha?: number;
  /** @default 0.75 */
  readonly beta?: number;
}

const RULES: OptionRules<LocalResponseNormalizationOptions> = {
  radius: whole(2, { min: 0 }),
  bias: real(2, { above: 0 }),
  alpha: real(1e-4, { min: 0 }),
  beta: real(0.75, { min: 0 }),
};

/**
 * Divides each value by `(bias + alpha * Σ value²)^beta`, the sum over neighbouring channels.
 *
 * @returns A layer that keeps the shape of images and has no parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Krizhevsky, Sutskever & Hinton 2012, "ImageNet classification with deep convolutional neural networks", 3.3.
 */
export function localResponseNormalization(options: LocalResponseNormalizationOptions = {}): Layer {
  const resolved = resolveLayerOptions('local-response-normalization', RULES, options);
  const { radius, bias, alpha, beta } = resolved;
  return createLayer({
    kind: 'local-response-normalization',
    options: resolved,
    outputShape: (input) => imageShape('local-response-normalization', input),
    apply: (x) => normalize(x as Tensor4D, radius, bias, alpha, beta),
  });
}
