import { FREE_POINTER } from './both-kernels.ts';

/** Pointers to arrays of these byte lengths, one behind the other, with room for a vector between them. */
export function layOut(...byteLengths: readonly number[]): number[] {
  let next = FREE_POINTER;
  return byteLengths.map((byteLength) => {
    const pointer = next;
    next = Math.ceil((pointer + byteLength + 64) / 64) * 64;
    return pointer;
  });
}
