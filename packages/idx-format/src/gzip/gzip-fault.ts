import { IdxFormatError } from '../errors.ts';
import { foreignFormatOf } from '../foreign-format.ts';

/** zlib's own words for what it finds, which pako shares; whatever else it says is about deflate. */
const KINDS = [
  ['HEADER', /method|flags|header crc/],
  ['CRC', /data check|length check/],
  ['TRUNCATED', /end of file/],
  ['TRAILING', /behind/],
] as const;

/** The error for a complaint of zlib; every decoder reports the same ones. */
export function gzipFault(complaint: string): IdxFormatError {
  // The first magic was checked before anything was decoded, so it is a later member that lacks one.
  const got = complaint === 'incorrect header check' ? 'other bytes behind the last member' : complaint;
  const kind = KINDS.find(([, words]) => words.test(got))?.[0] ?? 'CORRUPT';
  return new IdxFormatError(`E_GZIP_${kind}`, {
    expected: 'a whole gzip stream',
    got,
    hint: 'the file is damaged or cut off: fetch it again',
  });
}

export function notGzip(bytes: Uint8Array): IdxFormatError {
  return new IdxFormatError('E_GZIP_MAGIC', {
    offset: 0,
    expected: 'gzip bytes, which begin 1f 8b',
    got: bytes.length === 0 ? 'an empty file' : (foreignFormatOf(bytes) ?? 'others'),
  });
}

export function oversizedGzip(maxOutputBytes: number): IdxFormatError {
  return new IdxFormatError('E_GZIP_TOO_LARGE', {
    expected: `at most ${maxOutputBytes} bytes after unpacking`,
    got: 'more',
    hint: 'raise maxOutputBytes if you trust the file',
  });
}
