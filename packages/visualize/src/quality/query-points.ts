import { createRng } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';

/** On how many points a score is measured, and which. */
export interface QueryOptions {
  /** Most points that the score is measured on, at least 1; fewer than there are are chosen at random. */
  readonly queryCount?: number;
  /** Same seed, same points. @default 42 */
  readonly seed?: number;
}

/**
 * The points that a score is measured on, in order.
 *
 * @throws {VisualizeError} `E_OPTION` - `queryCount` is below 1.
 */
export function queryPoints(pointCount: number, queryCount: number, seed: number): Uint32Array {
  if (!(queryCount >= 1)) {
    throw new VisualizeError('E_OPTION', `queryCount: expected at least 1, got ${queryCount}`);
  }
  if (queryCount >= pointCount) return Uint32Array.from({ length: pointCount }, (_, point) => point);
  return createRng(seed).permutation(pointCount).slice(0, Math.floor(queryCount)).toSorted();
}
