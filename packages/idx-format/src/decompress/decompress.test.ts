import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { decompress as decompressHere } from '#decompress';
import { decompressByPako } from './pako.ts';
import { decompressByStream } from './stream.ts';

const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * index) >>> 7);
const packed = gzip(content);
const NO_LIMIT = 2 ** 31;

function withByte(bytes: Uint8Array, offset: number, change: (byte: number) => number): Uint8Array {
  const changed = bytes.slice();
  const index = offset < 0 ? bytes.length + offset : offset;
  changed[index] = change(changed[index] as number) & 255;
  return changed;
}

const FAULTS = [
  { what: 'a stream cut in half', bytes: packed.subarray(0, packed.length >> 1) },
  { what: 'a missing trailer', bytes: packed.subarray(0, -8) },
  { what: 'half a trailer', bytes: packed.subarray(0, -4) },
  { what: 'a wrong checksum', bytes: withByte(packed, -8, (byte) => byte ^ 1) },
  { what: 'a wrong length', bytes: withByte(packed, -1, (byte) => byte ^ 1) },
  { what: 'an unknown method', bytes: withByte(packed, 2, () => 7) },
  { what: 'a header alone', bytes: packed.subarray(0, 10) },
];

describe.each([
  { name: 'the platform', decompress: decompressHere },
  { name: 'DecompressionStream', decompress: decompressByStream },
  { name: 'pako', decompress: async (bytes: Uint8Array, limit: number) => decompressByPako(bytes, limit) },
])('decompress by $name', ({ decompress }) => {
  it('gives back what was packed', async () => {
    expect(await decompress(packed, NO_LIMIT)).toEqual(content);
  });

  it('gives nothing for a packed nothing', async () => {
    expect(await decompress(gzip(new Uint8Array(0)), NO_LIMIT)).toHaveLength(0);
  });

  it.each(FAULTS)('refuses $what', async ({ bytes }) => {
    await expect(decompress(bytes, NO_LIMIT)).rejects.toMatchObject({ code: 'E_GZIP_CORRUPT' });
  });

  it('never gives other bytes for a flipped bit', async () => {
    for (let offset = 12; offset < packed.length; offset += Math.floor(packed.length / 60)) {
      const damaged = withByte(packed, offset, (byte) => byte ^ 0x10);
      await expect(decompress(damaged, NO_LIMIT)).rejects.toMatchObject({ code: 'E_GZIP_CORRUPT' });
    }
  });

  it('stops at the limit, and not one byte before', async () => {
    await expect(decompress(packed, content.length - 1)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
    await expect(decompress(packed, content.length)).resolves.toHaveLength(content.length);
  });
});
