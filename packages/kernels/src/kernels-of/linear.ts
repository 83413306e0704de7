/** Which loss of linear outputs, as the kernels number them. */
export const LINEAR_LOSSES: readonly ['multinomial', 'logistic', 'squaredHinge'] = [
  'multinomial',
  'logistic',
  'squaredHinge',
];

/** The losses of linear models and their gradients. */
export interface LinearKernels {
  /**
   * Loss and gradient of linear outputs `w · x + b` over all samples, in one pass over these. Items are pieces of
   * `pieceRows` samples, each with sums of its own: gradients in float32, slopes and losses in float64.
   *
   * The class of a sample is its code; each output tells its class from the rest. `multinomial` is the log loss of the
   * softmax of all outputs, which are for the classes in order; it is summed in the place of the first.
   * `stride` is `featureCount` filled up to a multiple of 8, `lanes` is `outputCount` filled up to a multiple of 4.
   *
   * @param samples - `Uint8Array`, shape `[sampleCount, featureCount]`, with 8 bytes more behind it.
   * @param mean - `Float32Array`, shape `[stride]`; features are `(byte - mean) * inverseScale`.
   * @param inverseScale - `Float32Array`, shape `[stride]`, 0 behind the last feature.
   * @param codes - `Int32Array`, shape `[sampleCount]`.
   * @param sampleWeights - `Float32Array`, shape `[sampleCount]`.
   * @param sideWeights - `Float32Array`, shape `[2, lanes]`: of the rest and of the class; `multinomial` ignores them.
   * @param loss - Position in `LINEAR_LOSSES`.
   * @param weights - `Float32Array`, shape `[outputCount, stride]`, 0 behind the last feature.
   * @param intercepts - `Float32Array`, shape `[lanes]`, -1e30 behind the last output.
   * @param classes - `Int32Array`, shape `[lanes]`, the class of each output.
   * @param blockRows - Even; how many samples are kept in the cache. `blockRows * (stride + lanes)` floats fit scratch.
   * @param gradients - `Float32Array`, shape `[pieceCount, outputCount, stride]`.
   * @param tails - `Float64Array`, shape `[pieceCount, 2, lanes]`: sums of slopes (gradients of intercepts), and losses.
   */
  linearLossOfBytes(
    samples: number,
    sampleCount: number,
    featureCount: number,
    mean: number,
    inverseScale: number,
    codes: number,
    sampleWeights: number,
    sideWeights: number,
    loss: number,
    weights: number,
    intercepts: number,
    classes: number,
    outputCount: number,
    pieceRows: number,
    blockRows: number,
    gradients: number,
    tails: number,
    begin: number,
    end: number,
  ): void;
  /** The same for samples in a `Float32Array`, shape `[sampleCount, stride]`, 0 behind the last feature. */
  linearLossOfFloats(
    samples: number,
    sampleCount: number,
    featureCount: number,
    codes: number,
    sampleWeights: number,
    sideWeights: number,
    loss: number,
    weights: number,
    intercepts: number,
    classes: number,
    outputCount: number,
    pieceRows: number,
    blockRows: number,
    gradients: number,
    tails: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Sums float32 parts in float64, in order. Items are vectors of four values.
   *
   * @param parts - `Float32Array`, shape `[partCount, partLength]`, `partLength` a multiple of 4.
   * @param sums - `Float64Array`, shape `[partLength]`.
   */
  sumParts(
    parts: number,
    partCount: number,
    partLength: number,
    sums: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The steps to where quadratic models plus penalties of magnitudes are least, by at most 40 sweeps of coordinate
   * descent. A model curves like `scale · I - factors · middle · factors^T`. Items are problems, whose arrays lie one
   * behind the other.
   *
   * @param headers - `Int32Array`, shape `[problemCount, 5]`: parameters, rank (even), and where the problem begins in
   *   arrays of parameters, of factors and of middles.
   * @param settings - `Float64Array`, shape `[problemCount, 2]`: the scale, and a slope: a sweep that meets no larger one
   *   is the last.
   * @param values - `Float64Array`, one per parameter: where the steps start.
   * @param slopes - `Float64Array`, one per parameter.
   * @param strengths - `Float64Array`, one per parameter: how much its magnitude costs.
   * @param factors - `Float64Array`, of each problem of shape `[parameterCount, rank]`.
   * @param middles - `Float64Array`, of each problem of shape `[rank, rank]`, symmetric.
   * @param images - `Float64Array` like `factors`, room for `factors · middle`.
   * @param bends - `Float64Array`, one per parameter: room for curvatures.
   * @param steps - `Float64Array`, one per parameter.
   */
  proximalSteps(
    headers: number,
    settings: number,
    values: number,
    slopes: number,
    strengths: number,
    factors: number,
    middles: number,
    images: number,
    bends: number,
    steps: number,
    begin: number,
    end: number,
  ): void;
}

export const LINEAR_KERNELS: readonly (keyof LinearKernels)[] = [
  'linearLossOfBytes',
  'linearLossOfFloats',
  'sumParts',
  'proximalSteps',
];
