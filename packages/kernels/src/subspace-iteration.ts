import { createCheckpoint, createRng, reportProgress } from '@fashion-mnist/core';
import { orthonormalize } from './orthonormalize.ts';
import type { LongRun } from './samples.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface SubspaceOptions extends LongRun {
  /** Stop when every wanted pair has a residual below this share of the largest eigenvalue. */
  readonly tolerance: number;
  readonly maxRounds: number;
}

/** The leading eigenpairs, vector `i` in row `i`, orthonormal. */
export interface DominantSubspace {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Vectors beyond the wanted ones, which make those converge faster. */
const EXTRA_VECTORS = 10;

/**
 * The leading eigenpairs of a symmetric positive semi-definite matrix, by subspace iteration with Rayleigh–Ritz.
 * Deterministic: it starts from fixed random vectors.
 *
 * @see Golub & Van Loan, Matrix Computations, 4th edition, section 8.2.4
 */
export async function dominantSubspace(
  matrix: Float64Array,
  size: number,
  wanted: number,
  { tolerance, maxRounds, signal, onProgress }: SubspaceOptions,
): Promise<DominantSubspace> {
  const count = Math.min(wanted + EXTRA_VECTORS, size);
  const checkpoint = createCheckpoint(signal);
  const rng = createRng(0);
  let basis: Float64Array = Float64Array.from({ length: count * size }, () => rng.nextNormal());
  orthonormalize(basis, count, size);

  for (let round = 1; ; round++) {
    await checkpoint();
    const images = multiplyRows(matrix, basis, count, size);
    const { values, vectors: rotation } = symmetricEigen(innerProducts(basis, images, count, size), count);
    const ritzVectors = combineRows(rotation, basis, count, size);
    const ritzImages = combineRows(rotation, images, count, size);
    reportProgress(onProgress, { stage: 'axes', completed: round, total: maxRounds, unit: 'rounds' });
    if (
      round === maxRounds ||
      largestResidual(values, ritzVectors, ritzImages, wanted, size) <= tolerance * values[0]!
    ) {
      return { values: values.slice(0, wanted), vectors: ritzVectors.slice(0, wanted * size) };
    }
    basis = ritzImages;
    orthonormalize(basis, count, size);
  }
}

/** `matrix · row` for every row, as rows. */
function multiplyRows(matrix: Float64Array, rows: Float64Array, count: number, size: number): Float64Array {
  const images = new Float64Array(count * size);
  for (let i = 0; i < size; i++) {
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += matrix[i * size + k]! * rows[row * size + k]!;
      images[row * size + i] = sum;
    }
  }
  return images;
}

function innerProducts(a: Float64Array, b: Float64Array, count: number, size: number): Float64Array {
  const products = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = i; j < count; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += a[i * size + k]! * b[j * size + k]!;
      products[i * count + j] = sum;
      products[j * count + i] = sum;
    }
  }
  return products;
}

/** Row `i` of the result is the combination of all rows with the weights in row `i` of `weights`. */
function combineRows(weights: Float64Array, rows: Float64Array, count: number, size: number): Float64Array {
  const combined = new Float64Array(count * size);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const weight = weights[i * count + j]!;
      for (let k = 0; k < size; k++) combined[i * size + k]! += weight * rows[j * size + k]!;
    }
  }
  return combined;
}

function largestResidual(
  values: Float64Array,
  vectors: Float64Array,
  images: Float64Array,
  wanted: number,
  size: number,
): number {
  let largest = 0;
  for (let row = 0; row < wanted; row++) {
    let sum = 0;
    for (let k = 0; k < size; k++)
      sum += (images[row * size + k]! - values[row]! * vectors[row * size + k]!) ** 2;
    largest = Math.max(largest, Math.sqrt(sum));
  }
  return largest;
}
