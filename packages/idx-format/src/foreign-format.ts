import { IdxFormatError } from './errors.ts';

const GZIP_MAGIC = [0x1f, 0x8b] as const;
const EXCERPT_LENGTH = 80;

/** Whether bytes begin like a gzip file (`1f 8b`). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
}

/** Throws when the bytes are of a kind that people often have in place of IDX: the gzip itself, or an error page. */
export function refuseForeignFormat(bytes: Uint8Array): void {
  if (isGzip(bytes)) {
    throw new IdxFormatError('E_IDX_IS_GZIP', {
      offset: 0,
      expected: 'IDX bytes',
      got: 'gzip',
      hint: 'read it with parseIdxGz',
    });
  }
  const excerpt = printableStart(bytes);
  if (/^\s*<[!?a-z]/i.test(excerpt)) {
    throw new IdxFormatError('E_IDX_IS_HTML', {
      offset: 0,
      expected: 'IDX bytes',
      got: `a page that begins ${JSON.stringify(excerpt)}`,
      hint: 'a server answered with a page in place of the file',
    });
  }
}

function printableStart(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, EXCERPT_LENGTH)).replace(/[^\x20-\x7e]+/g, ' ');
}
