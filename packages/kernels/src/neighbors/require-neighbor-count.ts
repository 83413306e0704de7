import { KernelsError } from '../errors.ts';

/** @throws {KernelsError} `E_COUNT` - not that many references, or none wanted. */
export function requireNeighborCount(neighborCount: number, referenceCount: number): void {
  if (Number.isInteger(neighborCount) && neighborCount >= 1 && neighborCount <= referenceCount) return;
  throw new KernelsError('E_COUNT', `neighborCount: expected 1..${referenceCount}, got ${neighborCount}`);
}
