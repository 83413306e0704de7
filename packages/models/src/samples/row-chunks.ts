import type { FeatureMatrix } from './features.ts';

/** Some rows of a matrix. */
export interface RowChunk {
  /** Which row of the matrix comes first. */
  readonly start: number;
  readonly count: number;
  readonly data: Uint8Array | Float32Array;
}

const CHUNK_BYTES = 2 ** 22;

/** Rows of the largest chunk: about 4 MiB. */
export function rowsPerChunk({ data, sampleCount, featureCount }: FeatureMatrix): number {
  return Math.min(
    sampleCount,
    Math.max(1, Math.floor(CHUNK_BYTES / (featureCount * data.BYTES_PER_ELEMENT))),
  );
}

/** All rows in order, some at a time, so that a pool never needs to hold them all. */
export function* rowChunks(matrix: FeatureMatrix): Generator<RowChunk> {
  const { data, sampleCount, featureCount } = matrix;
  const most = rowsPerChunk(matrix);
  for (let start = 0; start < sampleCount; start += most) {
    const count = Math.min(most, sampleCount - start);
    yield { start, count, data: data.subarray(start * featureCount, (start + count) * featureCount) };
  }
}
