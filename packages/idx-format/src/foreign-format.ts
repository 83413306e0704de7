import { IdxFormatError } from './errors.ts';

export const GZIP_MAGIC = [0x1f, 0x8b] as const;
const EXCERPT_LENGTH = 80;

/** What else people hold in their hands: the first bytes as Latin-1, and the name. */
const FOREIGN_FORMATS = [
  ['\x1f\x8b', 'gzip'],
  ['PK', 'zip'],
  ['(\xb5/\xfd', 'zstd'],
  ['\xfd7zXZ', 'xz'],
  ['BZh', 'bzip2'],
  ['x\x01', 'zlib'],
  ['x\x5e', 'zlib'],
  ['x\x9c', 'zlib'],
  ['x\xda', 'zlib'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['%PDF', 'PDF'],
  ['\x93NUMPY', 'NumPy'],
  ['PAR1', 'Parquet'],
  ['{', 'JSON'],
  ['[', 'JSON'],
] as const;
const TAR_OFFSET = 257;

/** Whether bytes begin like a gzip file (`1f 8b`). */
export function isGzip(bytes: Uint8Array): boolean {
  return GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
}

/** The name of another well-known format that the bytes begin like. */
export function foreignFormatOf(bytes: Uint8Array): string | undefined {
  if (latin1(bytes, TAR_OFFSET, 5) === 'ustar') return 'tar';
  const start = latin1(bytes, 0, 8);
  return FOREIGN_FORMATS.find(([magic]) => start.startsWith(magic))?.[1];
}

/** Throws when the bytes are of a kind that people often have in place of IDX. */
export function refuseForeignFormat(bytes: Uint8Array): void {
  const expected = 'IDX bytes';
  if (isGzip(bytes)) throw gzipInPlaceOfIdx('gzip', 'read it with parseIdxGz');
  const excerpt = latin1(bytes, 0, EXCERPT_LENGTH).replace(/[^\x20-\x7e]+/g, ' ');
  if (/^\s*<[!?a-z]/i.test(excerpt)) {
    throw new IdxFormatError('E_IDX_IS_HTML', {
      offset: 0,
      expected,
      got: `a page that begins ${JSON.stringify(excerpt)}`,
      hint: 'a server answered with a page in place of the file',
    });
  }
  const got = foreignFormatOf(bytes);
  if (got !== undefined) throw new IdxFormatError('E_IDX_MAGIC', { offset: 0, expected, got });
}

export function gzipInPlaceOfIdx(got: string, hint: string): IdxFormatError {
  return new IdxFormatError('E_IDX_IS_GZIP', { offset: 0, expected: 'IDX bytes', got, hint });
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
