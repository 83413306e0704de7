import { elementCount, type NdArray, type ProgressListener } from '@fashion-mnist/core';
import { KernelsError } from './errors.ts';

/** Short enough that engines compile the loop over it. */
const FINITE_BLOCK = 4096;

/** Pixels or features, one sample after the other. */
export type Samples = NdArray<Uint8Array | Float32Array>;

/** What every long computation takes beside its input. */
export interface LongRun {
  /** Ends the work between two of its steps; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far the work has come. What it throws ends the work. */
  readonly onProgress?: ProgressListener | undefined;
}

/** A checked view of samples as a matrix. */
export interface SampleMatrix {
  readonly data: Uint8Array | Float32Array;
  readonly sampleCount: number;
  readonly featureCount: number;
}

/**
 * Samples of any shape `[sampleCount, ...featureShape]` as a matrix.
 *
 * @throws {KernelsError} `E_SHAPE` - the data do not fit the shape, or there is no feature; `E_NOT_FINITE`.
 */
export function sampleMatrix(name: string, samples: Samples): SampleMatrix {
  const { data, shape } = samples;
  const [sampleCount = 0, ...featureShape] = shape;
  const featureCount = elementCount(featureShape);
  if (shape.length === 0 || featureCount === 0 || sampleCount * featureCount !== data.length) {
    throw new KernelsError(
      'E_SHAPE',
      `${name}: expected [sampleCount, ...features] with at least one feature, got [${shape.join(', ')}] for ${data.length} values`,
    );
  }
  if (data instanceof Float32Array) requireFinite(name, data);
  return { data, sampleCount, featureCount };
}

function requireFinite(name: string, data: Float32Array): void {
  for (let start = 0; start < data.length; start += FINITE_BLOCK) {
    const block = data.subarray(start, start + FINITE_BLOCK);
    if (isFiniteBlock(block)) continue;
    const index = start + block.findIndex((value) => !Number.isFinite(value));
    throw new KernelsError('E_NOT_FINITE', `${name}: expected finite values, got ${data[index]} at ${index}`);
  }
}

function isFiniteBlock(block: Float32Array): boolean {
  for (let i = 0; i < block.length; i++) {
    if (!Number.isFinite(block[i]!)) return false;
  }
  return true;
}
