/** A matrix of second derivatives of some parameters: `scale · I - factors · middle · factors^T`. */
export interface CurvatureModel {
  readonly scale: number;
  /** Columns of `factors`, an even number. */
  readonly rank: number;
  /** Shape `[parameterCount, rank]`. */
  readonly factors: Float64Array;
  /** Shape `[rank, rank]`, symmetric. */
  readonly middle: Float64Array;
}

/** A quadratic model of a function near a point, plus penalties of the magnitudes of its parameters. */
export interface PenalisedModel {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  /** How much the magnitude of each parameter costs. */
  readonly strengths: Float64Array;
  readonly curvature: CurvatureModel;
  /** The least step is found when no larger slope is met along any parameter. */
  readonly tolerance: number;
}
