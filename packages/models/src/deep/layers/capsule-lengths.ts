import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { shapeError } from './shape.ts';
import { lengths } from './squash.ts';

/** Gives how long each capsule's vector is, which stands for a probability: from `[capsules, dimension]` to `[capsules]`. */
export function capsuleLengths(): Layer {
  return createLayer({
    kind: 'capsule-lengths',
    outputShape(input) {
      if (input.length !== 2) throw shapeError('capsule-lengths', '[capsules, dimension]', input);
      return input.slice(0, 1);
    },
    apply: (x) => lengths(x, false),
  });
}
