import { createRng } from '@fashion-mnist/core';
import { tensor, variable } from '@tensorflow/tfjs-core';
import { drawParameter } from '../initializers/draw-parameter.ts';
import type { Layer } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';
import type { NetworkParameter } from './network.ts';
import { type Place, places } from './places.ts';

/** Draws all parameters of an architecture, each from a stream of its own, by the seed and the place. */
export function createParameters(
  architecture: Layer,
  inputShape: Shape,
  seed: number,
): readonly NetworkParameter[] {
  return places(architecture, inputShape).flatMap((place) => parametersAt(place, seed));
}

/** The path of a parameter, as in `3.0.kernel`. */
export function parameterPath(path: readonly number[], name: string): string {
  return [...path, name].join('.');
}

function parametersAt({ layer, path, input }: Place, seed: number): readonly NetworkParameter[] {
  const rng = path.reduce((stream, index) => stream.split(index), createRng(seed));
  return layer.parameters(input).map((spec, index) => {
    const first = tensor(drawParameter(spec.initializer, spec.shape, rng.split(index)), [...spec.shape]);
    const parameter = variable(first, spec.isTrainable);
    first.dispose();
    return { path: parameterPath(path, spec.name), spec, variable: parameter };
  });
}
