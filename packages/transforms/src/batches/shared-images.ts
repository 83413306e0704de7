import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';

/** The same images in memory that threads share, where there is such: a message would copy them. */
export function sharedImages({ data, shape }: NdArray<Pixels>): NdArray<Pixels> {
  if (!canShare() || data.buffer instanceof SharedArrayBuffer) return { data, shape };
  const memory = new SharedArrayBuffer(data.byteLength);
  const shared = data instanceof Uint8Array ? new Uint8Array(memory) : new Float32Array(memory);
  shared.set(data);
  return { data: shared, shape };
}

/** Pages that are not isolated from others may not send shared memory to their workers. */
function canShare(): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false;
  return !('crossOriginIsolated' in globalThis) || globalThis.crossOriginIsolated;
}
