import type { PenalisedModel } from './penalised-model.ts';

/** A function and its gradient at a point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** A point with what has been found there. */
export interface EvaluatedPoint extends Evaluation {
  readonly point: Float64Array;
}

/** A point where the function is to be evaluated, or a model whose least step is to be found. */
export type Question = Float64Array | PenalisedModel;

/** An evaluation, or a step. */
export type Answer = Evaluation | Float64Array;

/**
 * A minimisation that asks for what it needs, and is handed the answers. So several of them can go in step: one pass over
 * the data serves all.
 */
export type Search<Result> = Generator<Question, Result, Answer>;

export function* evaluationAt(point: Float64Array): Search<EvaluatedPoint> {
  const { value, gradient } = (yield point) as Evaluation;
  return { point, value, gradient };
}

export function* leastStep(model: PenalisedModel): Search<Float64Array> {
  return (yield model) as Float64Array;
}
