import { ModelsError } from '../errors.ts';
import { NAME } from './gaussian-process-options.ts';

/** What a pool can have in all. */
const POOL_BYTES = 2 ** 32;
/** Distances, covariances and the factor. */
const MATRICES = 3;
/** New samples whose covariances are computed at a time. */
export const QUERY_ROWS = 256;
/** What distances of new samples take at a time, where they are more than that. */
const QUERY_BYTES = 2 ** 26;

/** New samples whose distances are kept at a time. */
export function queriesAtOnce(sampleCount: number): number {
  return QUERY_ROWS * Math.max(1, Math.floor(QUERY_BYTES / (8 * sampleCount * QUERY_ROWS)));
}

/** Bytes of a pool that a problem of so many samples needs, to learn and to answer. */
function requiredBytes(sampleCount: number, featureCount: number): number {
  const samples = (sampleCount + queriesAtOnce(sampleCount)) * featureCount * (4 + 8);
  const queries = (queriesAtOnce(sampleCount) + QUERY_ROWS) * sampleCount * 8;
  return MATRICES * sampleCount ** 2 * 8 + samples + queries + sampleCount * 128;
}

/** @throws {ModelsError} `E_MEMORY` - a pool can never have that much; nothing has been allocated yet. */
export function requireMemory(sampleCount: number, featureCount: number): void {
  const bytes = requiredBytes(sampleCount, featureCount);
  if (bytes > POOL_BYTES)
    throw new ModelsError(
      'E_MEMORY',
      `${NAME}: expected a problem within ${POOL_BYTES} bytes, got ${sampleCount} samples, which need ${bytes}`,
    );
}
