/** Learning from one sample after the other, one class against the rest, each such problem on its own. */
export interface OnlineKernels {
  /**
   * Samples in order as rows of float32, filled up with zeros to a `width` that is a multiple of 16. Items are places in
   * the order.
   *
   * @param samples - `Float32Array` where `areFloats` is 1, else `Uint8Array`, shape `[sampleCount, featureCount]`.
   * @param mean - `Float32Array`, shape `[featureCount]`: bytes become `(byte - mean) * inverseScale`; floats stay as they are.
   * @param order - `Int32Array` of samples.
   * @param rows - `Float32Array`, shape `[places, width]`.
   */
  prepareRows(
    samples: number,
    areFloats: number,
    featureCount: number,
    mean: number,
    inverseScale: number,
    order: number,
    rows: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Lets the listed problems learn from samples in order. Items are groups of `groupSize` problems; what a problem
   * learns does not depend on its group. Each group makes rows of the samples for itself, one at a time: they never
   * leave the cache.
   *
   * @param samples - This and the next four as for `prepareRows`.
   * @param order - `Int32Array` of `sampleCount` samples.
   * @param codes - `Int32Array`, the class of each sample.
   * @param sampleWeights - `Float64Array`, one per sample; or 0.
   * @param problems - `Int32Array`, shape `[problemCount]`.
   * @param rows - Room for `Float32Array`, shape `[problemCount, width]`; `width` is the next multiple of 16 features.
   * @param weights - `Float32Array`, shape `[all problems, width]`, to be multiplied by `scale`; padding is 0.
   * @param averages - The means of the weights, as large; or 0.
   * @param received - The L1 penalty that each weight has received, as large; or 0.
   * @param states - `Float64Array`, shape `[all problems, 12]`: scale, intercept, step (from 1), learning rate, sum of
   *   losses, L1 penalty up to now, factor and divisor of the average (0 and 1 between commands), average intercept,
   *   weight of the class, weight of the rest, code of the class.
   * @param loss - 0 hinge, 1 squared hinge, 2 log, 3 modified Huber, 4 squared error, 5 Huber, 6 epsilon-insensitive,
   *   7 its square.
   * @param lossParameter - The margin of the hinge losses; epsilon of the others.
   * @param schedule - 0 the rate as it stands, 1 `1 / (alpha * (parameter + step - 1))`, 2 `rate / step^parameter`,
   *   3 PA-I and 4 PA-II with the aggressiveness `parameter`.
   * @param l2Penalty - Shrinks the scale by `1 - l2Penalty * rate` every step; 0 for none.
   * @param averageFrom - The first step that counts for the averages.
   * @see scikit-learn 1.2.1, sklearn/linear_model/_sgd_fast.pyx; Tsuruoka, Tsujii & Ananiadou 2009 (L1);
   *   Crammer et al. 2006 (PA).
   */
  learnOneAgainstRest(
    samples: number,
    areFloats: number,
    featureCount: number,
    mean: number,
    inverseScale: number,
    order: number,
    sampleCount: number,
    codes: number,
    sampleWeights: number,
    problems: number,
    problemCount: number,
    groupSize: number,
    rows: number,
    weights: number,
    averages: number,
    received: number,
    states: number,
    loss: number,
    lossParameter: number,
    schedule: number,
    scheduleParameter: number,
    alpha: number,
    l2Penalty: number,
    l1Penalty: number,
    averageFrom: number,
    fitsIntercept: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The dot products of rows with the weights of the listed problems. Items are rows.
   *
   * @param rows - From `prepareRows`; `weights` as in `learnOneAgainstRest`.
   * @param products - `Float32Array`, shape `[rowCount, problemCount]`.
   */
  projectOnProblems(
    rows: number,
    width: number,
    problems: number,
    problemCount: number,
    weights: number,
    products: number,
    begin: number,
    end: number,
  ): void;
}

export const ONLINE_KERNELS: readonly (keyof OnlineKernels)[] = [
  'prepareRows',
  'learnOneAgainstRest',
  'projectOnProblems',
];
