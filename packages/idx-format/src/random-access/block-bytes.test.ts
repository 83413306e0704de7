import { describe, expect, it } from 'vitest';
import { blockBytes } from './block-bytes.ts';

const SIZE_FIELD = [0x42, 0x43, 2, 0, 0x33, 0x12];
const OTHER_FIELD = [0x41, 0x42, 3, 0, 1, 2, 3];

/** A gzip header with these extra fields, and some deflated data behind it. */
function header({
  magic = [0x1f, 0x8b],
  flags = 4,
  extra = SIZE_FIELD,
  extraBytes = 0,
}: {
  magic?: number[];
  flags?: number;
  extra?: number[];
  extraBytes?: number;
} = {}): Uint8Array {
  const fields = [extraBytes === 0 ? extra.length : extraBytes, 0, ...extra];
  return Uint8Array.of(...magic, 8, flags, 0, 0, 0, 0, 0, 255, ...fields, 3, 0, 0, 0, 0, 0);
}

describe('blockBytes', () => {
  it.each([
    { where: 'alone', bytes: header() },
    { where: 'behind another field', bytes: header({ extra: [...OTHER_FIELD, ...SIZE_FIELD] }) },
    { where: 'before another field', bytes: header({ extra: [...SIZE_FIELD, ...OTHER_FIELD] }) },
  ])('is one more than the size field that stands $where', ({ bytes }) => {
    expect(blockBytes(bytes)).toBe(0x1234);
  });

  it('needs the header and no byte more', () => {
    expect(blockBytes(header().subarray(0, 18))).toBe(0x1234);
    expect(blockBytes(header({ extra: [...OTHER_FIELD, ...SIZE_FIELD] }).subarray(0, 25))).toBe(0x1234);
  });

  it('is at least the header, a byte of data and the trailer', () => {
    expect(blockBytes(header({ extra: [0x42, 0x43, 2, 0, 26, 0] }))).toBe(18 + 1 + 8);
    expect(blockBytes(header({ extra: [0x42, 0x43, 2, 0, 25, 0] }))).toBeUndefined();
  });

  it.each([
    { what: 'bytes that are not gzip', bytes: header({ magic: [0, 0] }) },
    { what: 'a gzip without extra fields', bytes: header({ flags: 0 }) },
    { what: 'extra fields without a size', bytes: header({ extra: OTHER_FIELD }) },
    { what: 'a size of another length', bytes: header({ extra: [0x42, 0x43, 3, 0, 1, 2, 3] }) },
    { what: 'a size outside of the extra fields', bytes: header({ extraBytes: 4 }) },
    {
      what: 'a field that is longer than all fields',
      bytes: header({ extra: [0x41, 0x42, 255, 255, 1, 2] }),
    },
    { what: 'a size below that of the header', bytes: header({ extra: [0x42, 0x43, 2, 0, 18, 0] }) },
    { what: 'half a header', bytes: header().subarray(0, 15) },
    { what: 'a magic alone', bytes: header().subarray(0, 2) },
    {
      what: 'a header cut off behind another field',
      bytes: header({ extra: [...OTHER_FIELD, ...SIZE_FIELD] }).subarray(0, 24),
    },
    { what: 'nothing', bytes: new Uint8Array(0) },
  ])('is undefined for $what', ({ bytes }) => {
    expect(blockBytes(bytes)).toBeUndefined();
  });
});
