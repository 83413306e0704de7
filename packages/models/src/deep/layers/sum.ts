import { add } from '@tensorflow/tfjs-core';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { isSameShape, requireBranches, shapeError } from './shape.ts';

/**
 * Gives all branches the same, and adds what they give.
 *
 * @returns A layer to the shape that all branches give.
 * @throws {ModelsError} `E_OPTION` - there is no branch.
 */
export function sum(...branches: readonly Layer[]): Layer {
  requireBranches('sum', branches);
  return createLayer({
    kind: 'sum',
    children: branches,
    outputShape(input) {
      const [first, ...others] = branches.map((branch) => branch.outputShape(input));
      const odd = others.find((shape) => !isSameShape(shape, first!));
      if (odd !== undefined) throw shapeError('sum', `[${first!.join(', ')}] from all branches`, odd);
      return first!;
    },
    childShapes: (input) => branches.map(() => input),
    apply: (x, scope) =>
      branches.map((branch, index) => branch.apply(x, scope.child(index))).reduce((a, b) => add(a, b)),
  });
}
