import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKernels, FREE_POINTER } from '../testing/both-kernels.ts';

const { compiled, twin } = await bothKernels();

describe('scaleBytes', () => {
  it('does the same compiled and as a twin, bit for bit, on any range of bytes at any place', () => {
    const pixels = fc.uint8Array({ maxLength: 200 });
    const scales = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(pixels, scales, fc.nat(7), fc.nat(40), (bytes, scale, shift, skipped) => {
        const begin = Math.min(skipped, bytes.length);
        const [first, second] = [compiled, twin].map(({ kernels, heap }) => {
          const from = FREE_POINTER + shift;
          const to = FREE_POINTER + 1024;
          heap.u8.set(bytes, from);
          heap.f32.fill(-1, to / 4, to / 4 + 201);
          kernels.scaleBytes(from, to, scale, begin, bytes.length);
          return heap.f32.slice(to / 4, to / 4 + 201);
        });
        expect(first).toEqual(second);
      }),
    );
  });

  it('gives the byte times the factor, in float32', () => {
    const { kernels, heap } = twin;
    heap.u8.set([0, 51, 255], FREE_POINTER);
    kernels.scaleBytes(FREE_POINTER, FREE_POINTER + 64, 0.1, 0, 3);
    const at = (FREE_POINTER + 64) / 4;
    expect(Array.from(heap.f32.slice(at, at + 3))).toEqual(
      [0, 51, 255].map((byte) => Math.fround(byte * Math.fround(0.1))),
    );
  });
});
