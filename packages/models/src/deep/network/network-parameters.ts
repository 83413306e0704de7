import { createRng } from '@fashion-mnist/core';
import { tensor, variable } from '@tensorflow/tfjs-core';
import { drawParameter } from '../initializers/draw-parameter.ts';
import type { Layer, ParameterSpec } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';
import type { NetworkParameter } from './network.ts';
import { type Place, places } from './places.ts';

/** The first values of a parameter. @param index - Its number in its layer. */
export type ParameterValues = (place: Place, spec: ParameterSpec, index: number) => Float32Array;

/** All parameters of an architecture, with the values that a function gives. */
export function createParameters(
  architecture: Layer,
  inputShape: Shape,
  valuesOf: ParameterValues,
): readonly NetworkParameter[] {
  return places(architecture, inputShape).flatMap((place) =>
    place.layer.parameters(place.input).map((spec, index) => {
      const first = tensor(valuesOf(place, spec, index), [...spec.shape], 'float32');
      const parameter = variable(first, spec.isTrainable);
      first.dispose();
      return { path: parameterPath(place.path, spec.name), spec, variable: parameter };
    }),
  );
}

/** Draws each parameter from a stream of its own, by the seed and the place. */
export function drawnValues(seed: number): ParameterValues {
  const root = createRng(seed);
  return ({ path }, { initializer, shape }, index) => {
    const rng = path.reduce((stream, child) => stream.split(child), root);
    return drawParameter(initializer, shape, rng.split(index));
  };
}

/** The path of a parameter, as in `3.0.kernel`. */
export function parameterPath(path: readonly number[], name: string): string {
  return [...path, name].join('.');
}
