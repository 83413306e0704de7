/** Queries whose bounds are computed at once. */
export const QUERY_BLOCK = 16;

const LANES = 4;
const REFERENCE_BLOCK = 256;

/** Lower bounds of squared distances between a block of queries and all references, in few coordinates. */
export class CoarseFilter {
  readonly #references: Float64Array;
  readonly #norms: Float64Array;
  readonly #width: number;
  readonly #bounds: Float32Array;

  /** @param coordinates - `[referenceCount, width]` */
  constructor(coordinates: Float64Array, referenceCount: number) {
    const evenCount = referenceCount + (referenceCount % 2);
    this.#width = coordinates.length / referenceCount;
    this.#references = new Float64Array(evenCount * this.#width);
    this.#references.set(coordinates);
    this.#norms = squaredNorms(coordinates, referenceCount, this.#width, evenCount);
    this.#bounds = new Float32Array(QUERY_BLOCK * evenCount);
  }

  /** Bounds the queries `first`..`first + 15`; rows beyond the last query get bounds of no meaning. */
  boundBlock(queries: Float64Array, first: number): void {
    const count = this.#norms.length;
    const quads = Array.from({ length: QUERY_BLOCK / LANES }, (_, index) =>
      packQuad(queries, first + LANES * index, this.#width),
    );
    for (let start = 0; start < count; start += REFERENCE_BLOCK) {
      const end = Math.min(start + REFERENCE_BLOCK, count);
      for (const [index, quad] of quads.entries()) {
        const bounds = this.#bounds.subarray(index * LANES * count, (index + 1) * LANES * count);
        boundQuad(quad, this.#references, this.#norms, this.#width, start, end, bounds);
      }
    }
  }

  /** One bound per reference, for a query of the last block; a view that the caller may change. */
  boundsOf(queryInBlock: number): Float32Array {
    const count = this.#norms.length;
    return this.#bounds.subarray(queryInBlock * count, (queryInBlock + 1) * count);
  }
}

/** The row that makes an odd number of references even is infinitely far away. */
function squaredNorms(rows: Float64Array, rowCount: number, width: number, evenCount: number): Float64Array {
  const norms = new Float64Array(evenCount).fill(Infinity);
  for (let row = 0; row < rowCount; row++) {
    let sum = 0;
    for (let i = row * width; i < (row + 1) * width; i++) sum += rows[i]! * rows[i]!;
    norms[row] = sum;
  }
  return norms;
}

/** Four queries side by side, times -2, behind their squared norms. */
function packQuad(queries: Float64Array, first: number, width: number): Float64Array {
  const quad = new Float64Array(LANES + LANES * width);
  for (let lane = 0; lane < LANES; lane++) {
    for (let axis = 0; axis < width; axis++) {
      const value = queries[(first + lane) * width + axis] ?? 0;
      quad[lane]! += value * value;
      quad[LANES + LANES * axis + lane] = -2 * value;
    }
  }
  return quad;
}

/** `|q|² + |x|² - 2 q·x` for four queries and the references `start..end`, two at a time. */
function boundQuad(
  quad: Float64Array,
  references: Float64Array,
  norms: Float64Array,
  width: number,
  start: number,
  end: number,
  bounds: Float32Array,
): void {
  const stride = norms.length;
  for (let reference = start; reference < end; reference += 2) {
    const near = norms[reference]!,
      far = norms[reference + 1]!;
    let a0 = quad[0]! + near,
      a1 = quad[1]! + near,
      a2 = quad[2]! + near,
      a3 = quad[3]! + near;
    let b0 = quad[0]! + far,
      b1 = quad[1]! + far,
      b2 = quad[2]! + far,
      b3 = quad[3]! + far;
    let x = reference * width,
      y = x + width;
    for (let q = LANES; q < quad.length; q += LANES, x++, y++) {
      const u = references[x]!,
        v = references[y]!;
      const q0 = quad[q]!,
        q1 = quad[q + 1]!,
        q2 = quad[q + 2]!,
        q3 = quad[q + 3]!;
      a0 += q0 * u;
      a1 += q1 * u;
      a2 += q2 * u;
      a3 += q3 * u;
      b0 += q0 * v;
      b1 += q1 * v;
      b2 += q2 * v;
      b3 += q3 * v;
    }
    const row1 = reference + stride,
      row2 = row1 + stride,
      row3 = row2 + stride;
    bounds[reference] = a0;
    bounds[reference + 1] = b0;
    bounds[row1] = a1;
    bounds[row1 + 1] = b1;
    bounds[row2] = a2;
    bounds[row2 + 1] = b2;
    bounds[row3] = a3;
    bounds[row3 + 1] = b3;
  }
}
