/**
 * Support vector machines with a kernel. Samples become vectors of 32-bit units: pairs of int16, or float32. Vectors lie
 * side by side in blocks of `lanes`, `[ceil(count / lanes), unitCount, lanes]`: eight make a panel, four a quad.
 *
 * The kernel of two vectors is a function of their inner product `p` and of an offset of each, where `factor` stands for
 * `gamma` in the unit of the products:
 *
 *     kind 0: u | 1: u ** degree | 3: tanh(u)      with u = factor * p + offset + offset
 *     kind 2: exp(factor * squared distance)       with factor < 0
 */
export interface SvmKernels {
  /**
   * Samples as vectors, with the offset and the kernel of each with itself. Items are blocks of `lanes`.
   *
   * A vector of float32 is `value * multiplier - shift`; one of int16 the nearest whole number to `value * multiplier`,
   * half to even, with zero behind an odd number of features. Its squared length must be below 2^30.
   *
   * @param samples - `Uint8Array` or `Float32Array`, shape `[.., featureCount]`.
   * @param areBytes - 1 or 0. Floats become vectors of float32 only.
   * @param multipliers - `Float32Array` `[featureCount]`.
   * @param shifts - `Float32Array` `[featureCount]`; of no account for int16.
   * @param skews - `Float64Array` `[featureCount]`: the offset is `factor * (vector · skews) + constant`. For kind 2 it is
   *   the squared length of a vector of int16, as int32, and 0 for floats.
   * @param areFloats - Whether vectors are float32: 1 or 0.
   * @param members - `Int32Array` `[count]`: which samples.
   * @param blocks - Filled up with vectors of zeros.
   * @param offsets - `Float32Array` or `Int32Array`, a multiple of `lanes` long.
   * @param diagonals - `Float32Array`, likewise.
   */
  packKernelVectors(
    samples: number,
    areBytes: number,
    featureCount: number,
    multipliers: number,
    shifts: number,
    skews: number,
    areFloats: number,
    kind: number,
    factor: number,
    constant: number,
    degree: number,
    members: number,
    count: number,
    lanes: number,
    blocks: number,
    offsets: number,
    diagonals: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Maximises the dual objective of pairs of classes. Items are turns: each takes up a workspace that no other thread
   * is using, and brings the pair in it on, or begins the next one. A turn computes at most `rowsAtOnce` rows of the
   * kernel and makes at most `stepsPerTurn` steps; turns are to be given until all pairs are finished. What comes of a
   * pair depends neither on the workspace nor on the other pairs.
   *
   * Arguments up to `degree` are those of `packKernelVectors`.
   *
   * @param members - `Int32Array`: samples, class after class.
   * @param boxes - `Float64Array`: the greatest dual variable of each member, above 0.
   * @param pairs - `Int32Array` `[pairCount, 5]`: start and count of the first class (`y = 1`) among the members, of the
   *   second (`y = -1`), and where the duals of the pair begin.
   * @param queue - `Int32Array` `[2]`, zeros at first: pairs that have begun, pairs that are finished.
   * @param duals - `Float64Array`: `y · alpha` of the members of a pair, the first class before the second.
   * @param outcomes - `Float64Array` `[pairCount, 4]`: intercept, dual objective, steps, and violation of the optimum.
   * @param workspaces - `workspaceCount` times `workspaceBytes`, whose first 64 bytes are zeros at first.
   * @param workspaceBytes - With `stride = 8 * ceil(largestPair / 8) + 8` at least
   *   `64 + 64 * stride + 20 * rowsAtOnce + unitCount * (4 * stride + 5 * rowsAtOnce) + 4 * stride * rowCapacity`,
   *   and with `free = 16 * ceil(min(2048, rowCapacity) / 16)` another `80 + 48 * free + 4 * free ** 2`.
   * @param largestPair - Members of the largest pair.
   * @param rowCapacity - Rows of the kernel that a workspace can hold: `largestPair`, or fewer but `2 * rowsAtOnce`;
   *   at most 32,000. With fewer, some may have to be computed more than once.
   * @param rowsAtOnce - A multiple of eight.
   * @param tolerance - Of the violation, as libsvm's `eps`.
   * @param mostSteps - For each pair, or `Infinity`.
   */
  solveKernelPairs(
    samples: number,
    areBytes: number,
    featureCount: number,
    multipliers: number,
    shifts: number,
    skews: number,
    areFloats: number,
    kind: number,
    factor: number,
    constant: number,
    degree: number,
    members: number,
    boxes: number,
    pairs: number,
    pairCount: number,
    queue: number,
    duals: number,
    outcomes: number,
    workspaces: number,
    workspaceBytes: number,
    workspaceCount: number,
    largestPair: number,
    rowCapacity: number,
    rowsAtOnce: number,
    tolerance: number,
    mostSteps: number,
    stepsPerTurn: number,
    begin: number,
    end: number,
  ): void;

  /**
   * The decisions of all pairs of classes `(0, 1), (0, 2), .., (1, 2), ..`, above 0 for the first. Items are groups of
   * 16 rows.
   *
   * @param quads - `rowCount` rows from `packKernelVectors` with 4 lanes.
   * @param rowOffsets - With room for a whole number of quads.
   * @param panels - The support vectors, class after class, from `packKernelVectors` with 8 lanes.
   * @param panelOffsets - With room for a whole number of panels.
   * @param starts - `Int32Array` `[classCount + 1]`: where the support vectors of each class begin, and all end.
   * @param coefficients - `Float32Array` `[supportCount, width]`: those against each other class, ascending.
   * @param width - A multiple of four, at least `classCount - 1`.
   * @param intercepts - `Float64Array` `[pairCount]`.
   * @param decisions - `Float64Array` `[rowCount, pairCount]`.
   */
  decideKernelPairs(
    quads: number,
    rowOffsets: number,
    rowCount: number,
    panels: number,
    panelOffsets: number,
    unitCount: number,
    areFloats: number,
    kind: number,
    factor: number,
    degree: number,
    starts: number,
    classCount: number,
    coefficients: number,
    width: number,
    intercepts: number,
    decisions: number,
    begin: number,
    end: number,
  ): void;
}

export const SVM_KERNELS: readonly (keyof SvmKernels)[] = [
  'packKernelVectors',
  'solveKernelPairs',
  'decideKernelPairs',
];
