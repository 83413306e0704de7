import type { Evaluation } from '../../minimize/search.ts';
import { dot } from '../../minimize/vectors.ts';

/** How the outputs of one problem lie in a vector of parameters: all coefficients, then the intercepts. */
export interface ParameterLayout {
  /** The class of each output. */
  readonly classes: readonly number[];
  readonly featureCount: number;
  readonly hasIntercept: boolean;
  /** An intercept is this times its parameter. */
  readonly interceptScaling: number;
  /** How many parameters, from the first on, are penalised. */
  readonly penalisedCount: number;
}

/** What a pass over the samples has found for the outputs of one problem. */
export interface ProblemLoss {
  readonly loss: number;
  /** Shape `[classes.length, featureCount]`. */
  readonly coefGradient: Float64Array;
  /** Shape `[classes.length]`. */
  readonly interceptGradient: Float64Array;
}

export function parameterCount({ classes, featureCount, hasIntercept }: ParameterLayout): number {
  return classes.length * (featureCount + (hasIntercept ? 1 : 0));
}

/** Shape `[classes.length, featureCount]`. */
export function coefOf({ classes, featureCount }: ParameterLayout, parameters: Float64Array): Float64Array {
  return parameters.subarray(0, classes.length * featureCount);
}

/** Shape `[classes.length]`. */
export function interceptOf(layout: ParameterLayout, parameters: Float64Array): Float64Array {
  const { classes, featureCount, hasIntercept, interceptScaling } = layout;
  if (!hasIntercept) return new Float64Array(classes.length);
  return parameters.slice(classes.length * featureCount).map((value) => interceptScaling * value);
}

/** The loss and its gradient by the parameters, with the penalty `l2/2 · |penalised parameters|²`. */
export function penalised(
  layout: ParameterLayout,
  l2: number,
  parameters: Float64Array,
  { loss, coefGradient, interceptGradient }: ProblemLoss,
): Evaluation {
  const gradient = new Float64Array(parameters.length);
  gradient.set(coefGradient);
  if (layout.hasIntercept)
    gradient.set(
      interceptGradient.map((slope) => layout.interceptScaling * slope),
      coefGradient.length,
    );
  const held = parameters.subarray(0, layout.penalisedCount);
  for (let i = 0; i < held.length; i++) gradient[i]! += l2 * held[i]!;
  return { value: loss + (l2 / 2) * dot(held, held), gradient };
}
