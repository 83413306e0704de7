import { totalmem } from 'node:os';

/** Bytes that this process can have at most: the machine's, or what a control group allows. */
export function availableMemory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
