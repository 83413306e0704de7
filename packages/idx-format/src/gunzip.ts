import { decompress } from '#decompress';
import { IdxFormatError } from './errors.ts';
import { isGzip } from './foreign-format.ts';

export interface GunzipOptions {
  /** Stop a stream that unpacks to more bytes than this. @default 2^31 (2 GiB) */
  readonly maxOutputBytes?: number;
}

const DEFAULTS = Object.freeze({ maxOutputBytes: 2 ** 31 } satisfies Required<GunzipOptions>);

/**
 * The bytes inside a gzip file, its checksum verified: by Node's zlib, in browsers by DecompressionStream, and by pako
 * where neither exists.
 *
 * @param bytes - The whole file; borrowed.
 * @throws {IdxFormatError} `E_GZIP_MAGIC` - not gzip; `E_GZIP_CORRUPT` - truncated or damaged; `E_GZIP_TOO_LARGE` -
 *   more than `maxOutputBytes`.
 */
export async function gunzip(bytes: Uint8Array, options: GunzipOptions = {}): Promise<Uint8Array> {
  const { maxOutputBytes } = { ...DEFAULTS, ...options };
  if (!isGzip(bytes)) {
    throw new IdxFormatError('E_GZIP_MAGIC', {
      offset: 0,
      expected: 'gzip bytes, which begin 1f 8b',
      got: bytes.length === 0 ? 'an empty file' : 'others',
    });
  }
  return decompress(bytes, maxOutputBytes);
}
