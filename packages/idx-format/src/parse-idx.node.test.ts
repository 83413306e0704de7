import { describe, expect, it } from 'vitest';
import { parseIdx } from './parse-idx.ts';

const file = Uint8Array.of(0, 0, 0x0b, 1, 0, 0, 0, 2, 1, 2, 3, 4);

describe('a Buffer from the pool of Node', () => {
  it.each([0, 1, 2, 3])('is read at the offset %i modulo 4, and left as it was', (shift) => {
    const pooled = Buffer.from(
      Buffer.alloc(64)
        .fill(Buffer.from(file), shift, shift + file.length)
        .subarray(shift),
    );
    expect(parseIdx(pooled.subarray(0, file.length)).data).toEqual(Int16Array.of(258, 772));
    expect([...pooled.subarray(0, file.length)]).toEqual([...file]);
  });

  it('gives plain arrays, no Buffers', () => {
    const { data } = parseIdx(Buffer.from([0, 0, 8, 1, 0, 0, 0, 1, 7]));
    expect(Object.getPrototypeOf(data)).toBe(Uint8Array.prototype);
  });
});

describe('a declared size that is not there', () => {
  it.each([
    { what: '4.29e9 bytes', bytes: [0, 0, 8, 1, 255, 255, 255, 255, 1] },
    { what: '3.4e10 bytes of float64', bytes: [0, 0, 0x0e, 1, 255, 255, 255, 255, 1] },
    { what: '1.8e19 bytes', bytes: [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255, 1] },
  ])('is refused before anything is allocated: $what', ({ bytes }) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(() => parseIdx(Uint8Array.from(bytes))).toThrowError(/expected/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
  });
});
