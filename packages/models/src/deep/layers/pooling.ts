import { type OptionRules, orNull } from '@fashion-mnist/core';
import { maxPool, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { averagePool } from '../fused/average-pool.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { type Extent, extentRule, heightAndWidth, resolveLayerOptions } from './layer-options.ts';
import { imageShape } from './shape.ts';
import { type Padding, paddingRule, windowPositions } from './window.ts';

/** Options of pooling. */
export interface PoolingOptions {
  /** Pixels of the window. @default 2 */
  readonly size?: Extent;
  /** Pixels from one place of the window to the next; `null` for the window's own size. @default null */
  readonly stride?: Extent | null;
  /** What is around the image; it is left out of maxima and means. @default 'valid' */
  readonly padding?: Padding;
}

const RULES: OptionRules<PoolingOptions> = {
  size: extentRule(2),
  stride: orNull(extentRule(2)),
  padding: paddingRule('valid'),
};

/**
 * Gives the largest value of each window.
 *
 * @returns A layer from `[height, width, channels]` to `[height', width', channels]`, without parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function maxPooling(options: PoolingOptions = {}): Layer {
  return pooling('max-pooling', options, (x, size, stride, padding) =>
    maxPool(x as Tensor4D, size, stride, padding),
  );
}

/**
 * Gives the mean of each window.
 *
 * @returns A layer from `[height, width, channels]` to `[height', width', channels]`, without parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function averagePooling(options: PoolingOptions = {}): Layer {
  return pooling('average-pooling', options, averagePool);
}

type Pool = (x: Tensor, size: [number, number], stride: [number, number], padding: Padding) => Tensor;

function pooling(kind: string, options: PoolingOptions, pool: Pool): Layer {
  const resolved = resolveLayerOptions(kind, RULES, options);
  const { size, padding } = resolved;
  const stride = resolved.stride ?? size;
  return createLayer({
    kind,
    options: resolved,
    outputShape(input) {
      const image = imageShape(kind, input);
      return [...windowPositions(kind, image, { size, stride, padding }), image[2]];
    },
    apply: (x) => pool(x, heightAndWidth(size), heightAndWidth(stride), padding),
  });
}
