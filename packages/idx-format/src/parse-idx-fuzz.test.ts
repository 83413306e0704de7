import fc from 'fast-check';
import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { IdxFormatError } from './errors.ts';
import { parseIdx } from './parse-idx.ts';
import { parseIdxGz } from './parse-idx-gz.ts';

const byteOrders = fc.constantFrom('big-endian' as const, 'little-endian' as const);
const options = fc.record({ allowTrailing: fc.boolean(), allowScalar: fc.boolean(), byteOrder: byteOrders });

/** Headers that are nearly right reach further than bytes by chance. */
const nearlyIdx = fc
  .record({
    magic: fc.tuple(fc.constant(0), fc.constant(0), fc.constantFrom(8, 9, 11, 12, 13, 14, 7), fc.nat(4)),
    rest: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 128, 255), { maxLength: 40 }),
  })
  .map(({ magic, rest }) => Uint8Array.from([...magic, ...rest]));

describe('any bytes', () => {
  it('are an array whose data fit its shape, or an IdxFormatError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), nearlyIdx), options, (bytes, chosen) => {
        try {
          const { data, shape } = parseIdx(bytes, chosen);
          expect(data).toHaveLength(shape.reduce((product, size) => product * size, 1));
          expect(data.byteLength).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(IdxFormatError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('inside, behind or in place of a gzip give an array or an IdxFormatError', async () => {
    const anyBytes = fc.uint8Array({ maxLength: 60 });
    const files = fc.oneof(
      nearlyIdx.map((bytes) => gzip(bytes)),
      fc.tuple(nearlyIdx, anyBytes).map(([bytes, tail]) => Uint8Array.from([...gzip(bytes), ...tail])),
      anyBytes.map((bytes) => Uint8Array.from([0x1f, 0x8b, 8, ...bytes])),
    );
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        await parseIdxGz(bytes).catch((error) => expect(error).toBeInstanceOf(IdxFormatError));
      }),
      { numRuns: 500 },
    );
  });
});
