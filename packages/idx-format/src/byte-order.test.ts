import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyReversed } from './byte-order.ts';

describe.each([2, 4, 8] as const)('copyReversed of %i-byte elements', (byteSize) => {
  it('reverses each element, for every length and alignment of the source, and leaves the source alone', () => {
    const inputs = fc.record({
      bytes: fc.uint8Array({ maxLength: 70 }),
      sourceOffset: fc.nat(8),
      targetWord: fc.nat(3),
    });
    fc.assert(
      fc.property(inputs, ({ bytes, sourceOffset, targetWord }) => {
        const length = bytes.length - (bytes.length % byteSize);
        const source = new Uint8Array(sourceOffset + length).subarray(sourceOffset);
        source.set(bytes.subarray(0, length));
        const target = new Uint8Array(4 * targetWord + length + 4);
        copyReversed(source, target.subarray(4 * targetWord, 4 * targetWord + length), byteSize);

        const elements = Array.from({ length: length / byteSize }, (_, i) =>
          bytes.slice(i * byteSize, (i + 1) * byteSize).toReversed(),
        );
        const expected = elements.flatMap((element) => [...element]);
        const before = new Array<number>(4 * targetWord).fill(0);
        expect([...target]).toEqual([...before, ...expected, 0, 0, 0, 0]);
        expect(source).toEqual(bytes.subarray(0, length));
      }),
    );
  });
});
