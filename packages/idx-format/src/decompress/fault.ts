import { IdxFormatError } from '../errors.ts';

/** Every decompressor reports the same two faults. */
export function corruptGzip(cause: unknown): IdxFormatError {
  const got = cause instanceof Error ? cause.message : String(cause);
  return new IdxFormatError(
    'E_GZIP_CORRUPT',
    { expected: 'a whole gzip stream', got, hint: 'the file is damaged or cut off: fetch it again' },
    { cause },
  );
}

export function oversizedGzip(maxOutputBytes: number): IdxFormatError {
  return new IdxFormatError('E_GZIP_TOO_LARGE', {
    expected: `at most ${maxOutputBytes} bytes after unpacking`,
    got: 'more',
    hint: 'raise maxOutputBytes if you trust the file',
  });
}
