import { createCheckpoint, type NdArray, reportProgress } from '@fashion-mnist/core';
import { KernelsError } from './errors.ts';
import { type LongRun, type SampleMatrix, type Samples, sampleMatrix } from './samples.ts';

const CHUNK_ROWS = 512;

/** Mean and covariance of the features. */
export interface CovarianceResult {
  /** Shape `[featureCount]`. */
  readonly mean: Float64Array;
  /** Shape `[featureCount, featureCount]`, symmetric; unit of the samples, squared. */
  readonly covariance: NdArray<Float64Array>;
}

/**
 * The covariance of the features, with the divisor `sampleCount - 1`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - fewer than two samples.
 * @throws the signal's reason, when aborted.
 * @remarks O(sampleCount · featureCount²). For bytes all sums are whole numbers below 2^53, hence exact. Floats are
 *   centred on the first sample before their products are summed in float64.
 * @see numpy.cov
 */
export async function covariance(samples: Samples, run: LongRun = {}): Promise<CovarianceResult> {
  const matrix = sampleMatrix('samples', samples);
  const { sampleCount, featureCount } = matrix;
  if (sampleCount < 2)
    throw new KernelsError('E_COUNT', `covariance: expected at least 2 samples, got ${sampleCount}`);
  const origin = originOf(matrix);
  const sums = new Float64Array(featureCount);
  const products = new Float64Array(featureCount * featureCount);
  const columns = new Float64Array(featureCount * CHUNK_ROWS);
  const checkpoint = createCheckpoint(run.signal);

  for (let start = 0; start < sampleCount; start += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, sampleCount - start);
    transposeChunk(matrix, start, rows, origin, columns, sums);
    for (let i = 0; i < featureCount; i += 2) {
      addProducts(columns, i, featureCount, products);
      await checkpoint();
    }
    columns.fill(0);
    reportProgress(run.onProgress, {
      stage: 'covariance',
      completed: start + rows,
      total: sampleCount,
      unit: 'samples',
    });
  }
  return finish(products, sums, origin, sampleCount);
}

/** Bytes need no centring to be summed exactly; floats far from zero would cancel. */
function originOf({ data, featureCount }: SampleMatrix): Float64Array {
  return data instanceof Uint8Array
    ? new Float64Array(featureCount)
    : Float64Array.from(data.subarray(0, featureCount));
}

/** Feature by feature, so that a product of two features runs along memory. Rows beyond the last stay zero. */
function transposeChunk(
  { data, featureCount }: SampleMatrix,
  start: number,
  rows: number,
  origin: Float64Array,
  columns: Float64Array,
  sums: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    const offset = (start + row) * featureCount;
    for (let feature = 0; feature < featureCount; feature++) {
      const value = data[offset + feature]! - origin[feature]!;
      columns[feature * CHUNK_ROWS + row] = value;
      sums[feature]! += value;
    }
  }
}

/** Adds the products of features `i` and `i + 1` with all features from `i` on: tiles of two by four. */
function addProducts(columns: Float64Array, i: number, featureCount: number, products: Float64Array): void {
  const second = Math.min(i + 1, featureCount - 1);
  const p = i * CHUNK_ROWS,
    q = second * CHUNK_ROWS;
  for (let j = i; j < featureCount; j += 4) {
    const last = featureCount - 1;
    const c0 = j * CHUNK_ROWS;
    const c1 = Math.min(j + 1, last) * CHUNK_ROWS;
    const c2 = Math.min(j + 2, last) * CHUNK_ROWS;
    const c3 = Math.min(j + 3, last) * CHUNK_ROWS;
    let p0 = 0,
      p1 = 0,
      p2 = 0,
      p3 = 0,
      q0 = 0,
      q1 = 0,
      q2 = 0,
      q3 = 0;
    for (let row = 0; row < CHUNK_ROWS; row++) {
      const x = columns[p + row]!,
        y = columns[q + row]!;
      const v0 = columns[c0 + row]!,
        v1 = columns[c1 + row]!,
        v2 = columns[c2 + row]!,
        v3 = columns[c3 + row]!;
      p0 += x * v0;
      p1 += x * v1;
      p2 += x * v2;
      p3 += x * v3;
      q0 += y * v0;
      q1 += y * v1;
      q2 += y * v2;
      q3 += y * v3;
    }
    addTile(products, i * featureCount + j, Math.min(4, featureCount - j), p0, p1, p2, p3);
    if (second !== i)
      addTile(products, second * featureCount + j, Math.min(4, featureCount - j), q0, q1, q2, q3);
  }
}

function addTile(
  products: Float64Array,
  at: number,
  width: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  products[at]! += s0;
  if (width > 1) products[at + 1]! += s1;
  if (width > 2) products[at + 2]! += s2;
  if (width > 3) products[at + 3]! += s3;
}

function finish(
  products: Float64Array,
  sums: Float64Array,
  origin: Float64Array,
  sampleCount: number,
): CovarianceResult {
  const featureCount = sums.length;
  const matrix = new Float64Array(featureCount * featureCount);
  for (let i = 0; i < featureCount; i++) {
    for (let j = i; j < featureCount; j++) {
      const value =
        (products[i * featureCount + j]! - (sums[i]! * sums[j]!) / sampleCount) / (sampleCount - 1);
      matrix[i * featureCount + j] = value;
      matrix[j * featureCount + i] = value;
    }
  }
  return {
    mean: sums.map((sum, feature) => sum / sampleCount + origin[feature]!),
    covariance: { data: matrix, shape: [featureCount, featureCount] },
  };
}
