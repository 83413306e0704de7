/**
 * Coordinate descent for linear support vector machines. A search stands in memory and goes on for some `visits` of
 * coordinates with each command, so that no command takes long. Its state is a `Float64Array` of 10: the position in
 * the epoch, the coordinates not shrunk away, the epochs done, the outcome (0 none yet, 1 within the tolerance, 2 at the
 * last epoch), the random word, and five of the method. Coordinates are visited in random order, in each epoch another.
 *
 * Samples are rows of bytes (`elementBytes` 1), which stand for `(byte - centre) * factor`, or of float32 (4). `costs`
 * have the sign of the label, +1 or -1.
 */
export interface CoordinatesKernels {
  /**
   * Squared lengths of samples, their intercept among their features. Items are samples.
   *
   * @param centre - `Float32Array`, shape `[featureCount]`; so is `factor`.
   * @param squares - `Float64Array`, shape `[sampleCount]`.
   */
  squareRows(
    samples: number,
    elementBytes: number,
    featureCount: number,
    centre: number,
    factor: number,
    intercept: number,
    squares: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Dual coordinate descent for the hinge loss with a quadratic penalty. Items are problems.
   *
   * @param costs - `Float64Array`, shape `[problemCount, sampleCount]`, not 0 for samples in the order.
   * @param width - Features and intercept of a row, a multiple of 16.
   * @param rows - `Float32Array`, shape `[problemCount, width]`: room for a sample, behind its features the intercept
   *   and zeros.
   * @param weights - `Float32Array`, shape `[problemCount, width]`.
   * @param multipliers - `Float64Array`, shape `[problemCount, sampleCount]`.
   * @param orders - `Int32Array`, shape `[problemCount, orderLength]`: the samples that count, in any order.
   * @param states - `Float64Array`, shape `[problemCount, 10]`; of the method are the greatest and the least projected
   *   gradient of this epoch, the same two beyond which samples are shrunk away, and how far apart the former may be for
   *   all samples to come back.
   * @param sums - `Float64Array`, shape `[problemCount, width]`: here the weights are added up at the end of every epoch
   *   from the `firstSummed` one on.
   * @see Hsieh, Chang, Lin, Keerthi & Sundararajan 2008, algorithm 3.
   */
  descendDual(
    samples: number,
    elementBytes: number,
    featureCount: number,
    sampleCount: number,
    centre: number,
    factor: number,
    squares: number,
    costs: number,
    width: number,
    rows: number,
    weights: number,
    multipliers: number,
    orders: number,
    orderLength: number,
    states: number,
    sums: number,
    firstSummed: number,
    tolerance: number,
    epochLimit: number,
    visits: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The weights that belong to multipliers, without what rounding has added in many steps. Items are problems.
   *
   * @param sums - Room for a `Float64Array`, shape `[problemCount, width]`.
   */
  weightsOfMultipliers(
    samples: number,
    elementBytes: number,
    featureCount: number,
    sampleCount: number,
    centre: number,
    factor: number,
    costs: number,
    width: number,
    rows: number,
    multipliers: number,
    sums: number,
    weights: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The sequential dual method for the support vector machine of Crammer and Singer. There is one item.
   *
   * @param costs - `Float64Array`, shape `[sampleCount]`, above 0.
   * @param codes - `Int32Array`, shape `[sampleCount]`: the class of each sample.
   * @param row - `Float32Array`, shape `[width]`, as `rows` of `descendDual`.
   * @param weights - `Float32Array`, shape `[classCount, width]`.
   * @param multipliers - `Float64Array`, shape `[sampleCount, classCount]`.
   * @param classOrders - `Int32Array`, shape `[sampleCount, classCount]`: the classes of each sample, those not shrunk
   *   away first.
   * @param ownPlaces - `Int32Array`, shape `[sampleCount]`: where in `classOrders` its class stands.
   * @param activeClasses - `Int32Array`, shape `[sampleCount]`: classes not shrunk away.
   * @param room - Room for a `Float64Array`, shape `[3, classCount]`.
   * @param order - `Int32Array`, shape `[orderLength]`: the samples that count, in any order.
   * @param state - `Float64Array`, shape `[10]`; of the method are the greatest violation of this epoch, that below which
   *   all samples come back, and whether all were there at its start.
   * @see Keerthi, Sundararajan, Chang, Hsieh & Lin 2008, section 3, as in liblinear.
   */
  descendCrammerSinger(
    samples: number,
    elementBytes: number,
    featureCount: number,
    centre: number,
    factor: number,
    squares: number,
    costs: number,
    codes: number,
    classCount: number,
    width: number,
    row: number,
    weights: number,
    multipliers: number,
    classOrders: number,
    ownPlaces: number,
    activeClasses: number,
    room: number,
    order: number,
    orderLength: number,
    sampleCount: number,
    state: number,
    tolerance: number,
    epochLimit: number,
    visits: number,
    begin: number,
    end: number,
  ): void;
}

export const COORDINATES_KERNELS: readonly (keyof CoordinatesKernels)[] = [
  'squareRows',
  'descendDual',
  'weightsOfMultipliers',
  'descendCrammerSinger',
];
