import type { SampleMatrix } from './samples.ts';

/** Rows whose distances to a query are computed at once. */
export const LANES = 4;

/** Squared Euclidean distances from one query at a time to rows of the references. */
export interface RowDistances {
  setQuery(query: number): void;
  /** Writes the distances to the four rows named at `rows[start..start + 3]` to `distances[0..3]`. */
  measure(rows: Int32Array, start: number, distances: Float64Array): void;
}

/**
 * Distances between the rows of two matrices with as many features: exact whole numbers for bytes, summed in float64
 * otherwise.
 */
export function rowDistances(queries: SampleMatrix, references: SampleMatrix): RowDistances {
  const isExact = references.featureCount <= MAX_EXACT_FEATURES;
  if (isExact && queries.data instanceof Uint8Array && references.data instanceof Uint8Array) {
    return byteDistances(queries.data, references.data, references.featureCount);
  }
  return floatDistances(queries.data, references.data, references.featureCount);
}

/** A sum of this many squares of bytes fits in 31 bits. */
const MAX_EXACT_FEATURES = Math.floor(2 ** 31 / 255 ** 2);

/** `|q|² + |x|² - 2 q·x`, in whole numbers. */
function byteDistances(queries: Uint8Array, references: Uint8Array, length: number): RowDistances {
  const current = new Int32Array(length);
  let currentNorm = 0;
  const norms = Float64Array.from({ length: references.length / length }, (_, row) =>
    squaredNorm(references, row * length, length),
  );

  return {
    setQuery(query) {
      current.set(queries.subarray(query * length, (query + 1) * length));
      currentNorm = squaredNorm(queries, query * length, length);
    },
    measure(rows, start, distances) {
      const r0 = rows[start]!,
        r1 = rows[start + 1]!,
        r2 = rows[start + 2]!,
        r3 = rows[start + 3]!;
      const x0 = r0 * length,
        x1 = r1 * length,
        x2 = r2 * length,
        x3 = r3 * length;
      let dot0 = 0,
        dot1 = 0,
        dot2 = 0,
        dot3 = 0;
      for (let i = 0; i < length; i++) {
        const value = current[i]!;
        dot0 = (dot0 + Math.imul(value, references[x0 + i]!)) | 0;
        dot1 = (dot1 + Math.imul(value, references[x1 + i]!)) | 0;
        dot2 = (dot2 + Math.imul(value, references[x2 + i]!)) | 0;
        dot3 = (dot3 + Math.imul(value, references[x3 + i]!)) | 0;
      }
      distances[0] = currentNorm + norms[r0]! - 2 * dot0;
      distances[1] = currentNorm + norms[r1]! - 2 * dot1;
      distances[2] = currentNorm + norms[r2]! - 2 * dot2;
      distances[3] = currentNorm + norms[r3]! - 2 * dot3;
    },
  };
}

/** Sums of squared differences, so that near points do not cancel. */
function floatDistances(
  queries: Uint8Array | Float32Array,
  references: Uint8Array | Float32Array,
  length: number,
): RowDistances {
  const current = new Float64Array(length);
  return {
    setQuery(query) {
      current.set(queries.subarray(query * length, (query + 1) * length));
    },
    measure(rows, start, distances) {
      const x0 = rows[start]! * length,
        x1 = rows[start + 1]! * length;
      const x2 = rows[start + 2]! * length,
        x3 = rows[start + 3]! * length;
      let sum0 = 0,
        sum1 = 0,
        sum2 = 0,
        sum3 = 0;
      for (let i = 0; i < length; i++) {
        const value = current[i]!;
        const d0 = value - references[x0 + i]!,
          d1 = value - references[x1 + i]!;
        const d2 = value - references[x2 + i]!,
          d3 = value - references[x3 + i]!;
        sum0 += d0 * d0;
        sum1 += d1 * d1;
        sum2 += d2 * d2;
        sum3 += d3 * d3;
      }
      distances[0] = sum0;
      distances[1] = sum1;
      distances[2] = sum2;
      distances[3] = sum3;
    },
  };
}

function squaredNorm(values: Uint8Array, start: number, length: number): number {
  let sum = 0;
  for (let i = start; i < start + length; i++) sum += values[i]! * values[i]!;
  return sum;
}
