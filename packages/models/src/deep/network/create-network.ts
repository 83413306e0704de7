import { reshape, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { Layer } from '../layers/layer.ts';
import { isSameShape, type Shape, shapeError } from '../layers/shape.ts';
import { bodyOf } from './body.ts';
import type { Network } from './network.ts';
import { createParameters, drawnValues, type ParameterValues } from './network-parameters.ts';
import { parameterCount } from './places.ts';
import { followStatistics, predictionScope, trainingScope } from './scopes.ts';

/** Options of a network. */
export interface NetworkOptions {
  /** For example `resnet18`. */
  readonly name: string;
  /** Of one image: `[height, width, channels]`. */
  readonly inputShape: Shape;
  /** A whole number from 0: parameters are the same for the same seed on every platform and backend. */
  readonly seed: number;
}

/**
 * An architecture with parameters drawn anew, on tfjs' current backend.
 *
 * @throws {ModelsError} `E_SHAPE` - layers do not fit the images or each other.
 * @throws {RangeError} when the seed is no whole number from 0.
 */
export function createNetwork(architecture: Layer, { seed, ...about }: NetworkOptions): Network {
  return assembleNetwork(architecture, about, drawnValues(seed));
}

/** A network whose parameters have the values that a function gives. @throws {ModelsError} `E_SHAPE`, as above. */
export function assembleNetwork(
  architecture: Layer,
  { name, inputShape }: Omit<NetworkOptions, 'seed'>,
  valuesOf: ParameterValues,
): Network {
  const outputShape = architecture.outputShape(inputShape);
  const parameters = createParameters(architecture, inputShape, valuesOf);
  const byPath = new Map(parameters.map((each) => [each.path, each.variable]));
  const statistics = followStatistics(parameters);
  const body = bodyOf(architecture, inputShape);

  const requireBatch = (x: Tensor): void => {
    if (!isSameShape(x.shape.slice(1), inputShape))
      throw shapeError(name, `[${inputShape.join(', ')}]`, x.shape.slice(1));
  };

  return {
    name,
    architecture,
    inputShape,
    outputShape,
    parameters,
    parameterCount: parameterCount(architecture, inputShape),
    predict(x) {
      requireBatch(x);
      return tidy(() => architecture.apply(x, predictionScope(byPath)));
    },
    train(x, step) {
      requireBatch(x);
      return tidy(() =>
        architecture.apply(x, trainingScope(byPath, { seed: step.seed, input: x, statistics })),
      );
    },
    applyStatistics: () => statistics.apply(),
    dropStatistics: () => statistics.drop(),
    embed(x) {
      requireBatch(x);
      return tidy(() => reshape(body.apply(x, predictionScope(byPath)), [x.shape[0], -1]));
    },
    dispose() {
      statistics.drop();
      for (const { variable } of parameters) variable.dispose();
    },
  };
}
