import { deflate, gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { isGzip } from './foreign-format.ts';
import { gunzip } from './gunzip.ts';
import { parseIdx } from './parse-idx.ts';
import { parseIdxGz } from './parse-idx-gz.ts';

const text = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));
const content = Uint8Array.from({ length: 100 }, (_, i) => i);

function tarWith(name: string): Uint8Array {
  const header = new Uint8Array(512);
  header.set(text(name));
  header.set(text('ustar'), 257);
  return header;
}

/** The first bytes that each format's own specification asks for. */
const FORMATS = [
  { name: 'zip', file: text('PK\x03\x04\x14\0\0\0') },
  { name: 'zip', file: text('PK\x05\x06\0\0\0\0') },
  { name: 'zlib', file: deflate(content, { level: 1 }) },
  { name: 'zlib', file: deflate(content, { level: 3 }) },
  { name: 'zlib', file: deflate(content, { level: 6 }) },
  { name: 'zlib', file: deflate(content, { level: 9 }) },
  { name: 'xz', file: Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4) },
  { name: 'zstd', file: Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4, 0) },
  { name: 'bzip2', file: text('BZh91AY&SY') },
  { name: 'PNG', file: text('\x89PNG\r\n\x1a\n') },
  { name: 'JPEG', file: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10) },
  { name: 'PDF', file: text('%PDF-1.7') },
  { name: 'NumPy', file: text('\x93NUMPY\x01\0') },
  { name: 'Parquet', file: text('PAR1\x15\0') },
  { name: 'tar', file: tarWith('train-images') },
  { name: 'JSON', file: text('{"error":"not found"}') },
  { name: 'JSON', file: text('[]') },
];

describe('another format in place of IDX', () => {
  it.each(FORMATS)('is refused with its name: $name ($file.0 $file.1)', ({ name, file }) => {
    expect(() => parseIdx(file)).toThrowError(
      expect.objectContaining({ code: 'E_IDX_MAGIC', details: expect.objectContaining({ got: name }) }),
    );
  });

  it.each(FORMATS)(
    'is refused with its name where gzip is needed: $name ($file.0 $file.1)',
    async ({ name, file }) => {
      await expect(gunzip(file)).rejects.toMatchObject({ code: 'E_GZIP_MAGIC', details: { got: name } });
    },
  );

  it('is named inside a gzip too', async () => {
    await expect(parseIdxGz(gzip(text('%PDF-1.7')))).rejects.toMatchObject({ details: { got: 'PDF' } });
  });

  it('is not seen in bytes that are of no known kind', () => {
    expect(() => parseIdx(Uint8Array.of(1, 2, 3, 4))).toThrowError(
      expect.objectContaining({ code: 'E_IDX_MAGIC', message: expect.stringContaining('0x01 0x02') }),
    );
  });

  it('is no page where a bracket comes later', () => {
    expect(() => parseIdx(text('1 <a'))).toThrowError(expect.objectContaining({ code: 'E_IDX_MAGIC' }));
  });

  it('shows the first 80 bytes of a page, the printable ones', () => {
    const page = text(`<html>\0\n${'x'.repeat(200)}`);
    expect(() => parseIdx(page)).toThrowError(
      expect.objectContaining({
        code: 'E_IDX_IS_HTML',
        details: expect.objectContaining({ got: `a page that begins "<html> ${'x'.repeat(72)}"` }),
      }),
    );
  });
});

describe('isGzip', () => {
  it.each([
    { bytes: [0x1f, 0x8b], expected: true },
    { bytes: [0x1f, 0x8b, 8, 0], expected: true },
    { bytes: [0x1f], expected: false },
    { bytes: [], expected: false },
    { bytes: [0x8b, 0x1f], expected: false },
  ])('says $expected of $bytes', ({ bytes, expected }) => {
    expect(isGzip(Uint8Array.from(bytes))).toBe(expected);
  });
});
