/** Mean and variance of the features within each class, and Gaussian densities from them. */
export interface ClassMomentsKernels {
  /**
   * Adds the sums and the sums of squares of the byte samples of each class, exact below 2^53. Items are classes.
   *
   * @param samples - `Uint8Array`, shape `[sampleCount, featureCount]`.
   * @param order - `Int32Array` of samples, class after class.
   * @param starts - `Int32Array`, shape `[classCount + 1]`: where each class begins in `order`, and where the last one ends.
   * @param sums - `Float64Array`, shape `[classCount, featureCount]`.
   * @param squares - The same for the squares.
   */
  addClassSums(
    samples: number,
    featureCount: number,
    order: number,
    starts: number,
    sums: number,
    squares: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds `weight * (value - origin) ^ power` over the samples of each class, in order, in float64. Items are classes.
   *
   * @param samples - `Float32Array` where `areFloats` is 1, else `Uint8Array`.
   * @param weights - `Float64Array`, one per sample; or 0 for 1.
   * @param origins - `Float64Array`, shape `[classCount, featureCount]`.
   * @param power - 1 or 2.
   * @param sums - `Float64Array`, shape `[classCount, featureCount]`.
   */
  addWeightedPowers(
    samples: number,
    areFloats: number,
    featureCount: number,
    order: number,
    starts: number,
    weights: number,
    origins: number,
    power: number,
    sums: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Sums of `(value - location)^2 * precision` over the features, in float64. Items are samples.
   *
   * @param samples - `Float32Array` where `areFloats` is 1, else `Uint8Array`.
   * @param locations - `Float64Array`, shape `[classCount, featureCount]`; `precisions` alike.
   * @param exponents - `Float64Array`, shape `[sampleCount, classCount]`.
   */
  gaussianExponents(
    samples: number,
    areFloats: number,
    featureCount: number,
    locations: number,
    precisions: number,
    classCount: number,
    exponents: number,
    begin: number,
    end: number,
  ): void;
}

export const CLASS_MOMENTS_KERNELS: readonly (keyof ClassMomentsKernels)[] = [
  'addClassSums',
  'addWeightedPowers',
  'gaussianExponents',
];
