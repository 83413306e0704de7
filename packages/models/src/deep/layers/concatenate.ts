import { joinLastAxis } from '../fused/last-axis.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { isSameShape, requireBranches, shapeError } from './shape.ts';

/**
 * Gives all branches the same, and puts what they give behind each other along the last axis: channels of images, or
 * features.
 *
 * @returns A layer to the shape that all branches give, apart from the last axis.
 * @throws {ModelsError} `E_OPTION` - there is no branch.
 */
export function concatenate(...branches: readonly Layer[]): Layer {
  requireBranches('concatenate', branches);
  return createLayer({
    kind: 'concatenate',
    children: branches,
    outputShape(input) {
      const shapes = branches.map((branch) => branch.outputShape(input));
      const size = shapes[0]!.slice(0, -1);
      const odd = shapes.find((shape) => !isSameShape(shape.slice(0, -1), size));
      if (odd !== undefined)
        throw shapeError('concatenate', `[${[...size, 'any'].join(', ')}] from all branches`, odd);
      return [...size, shapes.reduce((channels, shape) => channels + shape.at(-1)!, 0)];
    },
    childShapes: (input) => branches.map(() => input),
    apply: (x, scope) => joinLastAxis(branches.map((branch, index) => branch.apply(x, scope.child(index)))),
  });
}
