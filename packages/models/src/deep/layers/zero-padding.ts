import type { OptionRules } from '@fashion-mnist/core';
import { pad } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { type Extent, extentRule, heightAndWidth, required, resolveLayerOptions } from './layer-options.ts';
import { imageShape } from './shape.ts';

/** Options of a margin. */
export interface ZeroPaddingOptions {
  /** Pixels on each side: above and below, left and right. */
  readonly pixels: Extent;
}

const RULES: OptionRules<ZeroPaddingOptions> = { pixels: required(extentRule(1)) };

/**
 * Puts zeros around images.
 *
 * @returns A layer from `[height, width, channels]` to a larger image, without parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function zeroPadding(options: ZeroPaddingOptions): Layer {
  const resolved = resolveLayerOptions('zero-padding', RULES, options);
  const [above, left] = heightAndWidth(resolved.pixels);
  return createLayer({
    kind: 'zero-padding',
    options: resolved,
    outputShape(input) {
      const [height, width, channels] = imageShape('zero-padding', input);
      return [height + 2 * above, width + 2 * left, channels];
    },
    apply: (x) =>
      pad(x, [
        [0, 0],
        [above, above],
        [left, left],
        [0, 0],
      ]),
  });
}
