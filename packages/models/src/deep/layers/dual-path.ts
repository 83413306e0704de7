import { type OptionRules, whole } from '@fashion-mnist/core';
import { add, concat, type Tensor } from '@tensorflow/tfjs-core';
import { cutLastAxis } from '../fused/last-axis.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';
import { imageShape, isSameShape, type Shape, shapeError } from './shape.ts';

/** Options of two paths. */
export interface DualPathOptions {
  /** How many channels are added, those at the front; the others are put behind. */
  readonly residualChannels: number;
}

const KIND = 'dual-path';

const RULES: OptionRules<DualPathOptions> = { residualChannels: required(whole(1, { min: 1 })) };

/**
 * Adds the front channels that a branch gives to the front channels that it is given, and puts its other channels behind
 * all: a residual and a dense path at once.
 *
 * @returns A layer from `[height, width, channels]` to as many more channels as the branch gives behind its front ones.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Chen et al. 2017, "Dual path networks", section 3.
 */
export function dualPath(options: DualPathOptions, branch: Layer): Layer {
  const resolved = resolveLayerOptions(KIND, RULES, options);
  const { residualChannels } = resolved;
  const cut = (x: Tensor): readonly Tensor[] => [
    cutLastAxis(x, 0, residualChannels),
    cutLastAxis(x, residualChannels, x.shape[3]! - residualChannels),
  ];
  return createLayer({
    kind: KIND,
    options: resolved,
    children: [branch],
    outputShape(input) {
      const [height, width, channels] = wideImage(input, residualChannels);
      const given = wideImage(branch.outputShape(input), residualChannels);
      if (!isSameShape(given.slice(0, 2), [height, width]))
        throw shapeError(KIND, `[${height}, ${width}, any] from the branch`, given);
      return [height, width, channels + given[2] - residualChannels];
    },
    childShapes: (input) => [input],
    apply(x, scope) {
      const [residual, dense] = cut(x);
      const [change, grown] = cut(branch.apply(x, scope.child(0)));
      return concat([add(residual!, change!), dense!, grown!], 3);
    },
  });
}

function wideImage(shape: Shape, residualChannels: number): readonly [number, number, number] {
  const image = imageShape(KIND, shape);
  if (image[2] <= residualChannels)
    throw shapeError(KIND, `[height, width, more than ${residualChannels}]`, shape);
  return image;
}
