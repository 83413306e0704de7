import type { NdArray } from '@fashion-mnist/core';
import type { Dataset } from '../../../data/dataset.ts';

/** Images `first..first + count - 1`: shared memory as it is, other memory copied, so that no more than it travels. */
export function imagesOf(
  { images: { data, shape } }: Dataset,
  { first, count }: { readonly first: number; readonly count: number },
): NdArray<Uint8Array> {
  const [, height = 0, width = 0] = shape;
  const [from, to] = [first * height * width, (first + count) * height * width];
  const isWhole = from === 0 && to === data.length;
  const pixels = isWhole || isShared(data.buffer) ? data.subarray(from, to) : data.slice(from, to);
  return { data: pixels, shape: [count, height, width] };
}

function isShared(buffer: ArrayBufferLike): boolean {
  return typeof SharedArrayBuffer === 'function' && buffer instanceof SharedArrayBuffer;
}
