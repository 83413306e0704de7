import { ModelsError } from '../errors.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import {
  savedArray,
  savedClasses,
  savedFiniteArray,
  savedIndices,
  savedNumber,
} from '../persistence/saved-values.ts';
import type { FeatureMatrix } from '../samples/features.ts';
import type { LearnedSvc } from './learned-svc.ts';
import type { PlattSigmoid } from './platt-sigmoid.ts';
import { requireConsistent, SVC, SVC_RULES, type SvcOptions } from './svc-options.ts';

const LARGEST_INDEX = 2 ** 31 - 1;

/** The support vectors and their weights; nothing of the other samples. */
export function svcState(learned: LearnedSvc): ModelState {
  const { options, parameters, classes, vectors, support, counts, coefficients, sigmoids } = learned;
  const { data, sampleCount, featureCount, scaling } = vectors;
  return {
    estimator: SVC,
    options: { ...options },
    values: { gamma: parameters.gamma },
    arrays: {
      classes: list(classes),
      support: list(support),
      counts: list(counts),
      vectors: { data, shape: [sampleCount, featureCount] },
      ...(scaling === undefined ? {} : { mean: list(scaling.mean), scale: list(scaling.scale) }),
      coefficients: { data: coefficients, shape: [classes.length - 1, sampleCount] },
      intercepts: list(learned.intercepts),
      stepCounts: list(learned.stepCounts),
      objectives: list(learned.objectives),
      ...(sigmoids === undefined ? {} : { sigmoids: sigmoidArray(sigmoids) }),
    },
  };
}

/** @throws {ModelsError} `E_MODEL` - that is not what `svcState` gives; `E_OPTION`. */
export function learnedFrom(state: ModelState): LearnedSvc {
  const options = resolveOptions<SvcOptions>(SVC, SVC_RULES, state.options);
  requireConsistent(options);
  const { kernel, degree } = options;
  const classes = savedClasses(state);
  const pairCount = (classes.length * (classes.length - 1)) / 2;
  if (pairCount === 0) throw unfit('classes: expected at least two');
  const vectors = savedVectors(state);
  const { sampleCount } = vectors;
  const counts = savedIndices(state, 'counts', Int32Array, [classes.length], sampleCount + 1).data;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total !== sampleCount) throw unfit(`counts: expected a sum of ${sampleCount}, got ${total}`);
  const isLinear = kernel === 'linear';
  return {
    options,
    parameters: {
      kernel,
      gamma: savedNumber(state, 'gamma', { min: 0 }),
      coef0: isLinear ? 0 : options.coef0,
      degree,
    },
    classes,
    vectors,
    support: savedIndices(state, 'support', Int32Array, [sampleCount], LARGEST_INDEX).data,
    counts,
    coefficients: savedFiniteArray(state, 'coefficients', Float64Array, [classes.length - 1, sampleCount])
      .data,
    intercepts: savedFiniteArray(state, 'intercepts', Float64Array, [pairCount]).data,
    stepCounts: savedIndices(state, 'stepCounts', Int32Array, [pairCount], LARGEST_INDEX).data,
    objectives: savedFiniteArray(state, 'objectives', Float64Array, [pairCount]).data,
    sigmoids: options.probability ? savedSigmoids(state, pairCount) : undefined,
  };
}

function savedVectors(state: ModelState): FeatureMatrix {
  if (state.arrays['vectors']?.data instanceof Float32Array) {
    const { data, shape } = savedFiniteArray(state, 'vectors', Float32Array, [null, null]);
    return matrixOf(data, shape, undefined);
  }
  const { data, shape } = savedArray(state, 'vectors', Uint8Array, [null, null]);
  if (state.arrays['mean'] === undefined && state.arrays['scale'] === undefined)
    return matrixOf(data, shape, undefined);
  const [, featureCount = 0] = shape;
  const mean = savedFiniteArray(state, 'mean', Float64Array, [featureCount]).data;
  const scale = savedFiniteArray(state, 'scale', Float64Array, [featureCount]).data;
  if (scale.includes(0)) throw unfit('scale: expected numbers other than 0');
  return matrixOf(data, shape, { mean, scale });
}

function matrixOf(
  data: FeatureMatrix['data'],
  shape: readonly number[],
  scaling: FeatureMatrix['scaling'],
): FeatureMatrix {
  const [sampleCount = 0, featureCount = 0] = shape;
  if (featureCount === 0) throw unfit('vectors: expected at least one feature');
  return { data, sampleCount, featureCount, scaling };
}

function savedSigmoids(state: ModelState, pairCount: number): PlattSigmoid[] {
  const { data } = savedFiniteArray(state, 'sigmoids', Float64Array, [pairCount, 2]);
  return Array.from({ length: pairCount }, (_, pair) => ({
    slope: data[2 * pair]!,
    offset: data[2 * pair + 1]!,
  }));
}

function sigmoidArray(sigmoids: readonly PlattSigmoid[]): ModelState['arrays'][string] {
  const data = Float64Array.from(sigmoids.flatMap(({ slope, offset }) => [slope, offset]));
  return { data, shape: [sigmoids.length, 2] };
}

function list<T extends Int32Array | Float64Array>(data: T): { data: T; shape: readonly number[] } {
  return { data, shape: [data.length] };
}

function unfit(message: string): ModelsError {
  return new ModelsError('E_MODEL', `saved ${SVC}: ${message}`);
}
