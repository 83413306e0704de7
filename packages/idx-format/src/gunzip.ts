import { gunzipWhole } from '#gzip';

/** How much `gunzip` unpacks at most. */
export interface GunzipOptions {
  /** Stop a stream that unpacks to more bytes than this. @default 2^31 (2 GiB) */
  readonly maxOutputBytes?: number;
}

const DEFAULTS = Object.freeze({ maxOutputBytes: 2 ** 31 } satisfies Required<GunzipOptions>);

/**
 * The bytes inside a gzip file, all its members, checksums verified: by Node's zlib, in browsers by
 * DecompressionStream, and by pako for what that cannot read.
 *
 * @param bytes - The whole file; borrowed.
 * @throws {IdxFormatError} `E_GZIP_MAGIC` - not gzip; `E_GZIP_HEADER`, `E_GZIP_TRUNCATED`, `E_GZIP_CORRUPT`,
 *   `E_GZIP_CRC`, `E_GZIP_TRAILING` - cut off or damaged; `E_GZIP_TOO_LARGE` - more than `maxOutputBytes`.
 * @throws {RangeError} `maxOutputBytes` is not a number of bytes.
 * @see RFC 1952; zeros behind the last member are padding.
 */
export async function gunzip(bytes: Uint8Array, options: GunzipOptions = {}): Promise<Uint8Array> {
  const { maxOutputBytes } = { ...DEFAULTS, ...options };
  if (!(maxOutputBytes >= 0))
    throw new RangeError(`maxOutputBytes: expected a number >= 0, got ${maxOutputBytes}`);
  return gunzipWhole(bytes, maxOutputBytes);
}
