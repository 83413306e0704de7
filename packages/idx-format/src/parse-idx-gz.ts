import type { IdxElementType } from './element-type.ts';
import { gzipInPlaceOfIdx, isGzip } from './foreign-format.ts';
import { type GunzipOptions, gunzip } from './gunzip.ts';
import { type IdxArray, type ParseIdxOptions, parseIdx } from './parse-idx.ts';

/** What `parseIdxGz` accepts, plain or gzipped. */
export interface ParseIdxGzOptions<T extends IdxElementType = IdxElementType>
  extends ParseIdxOptions<T>,
    GunzipOptions {}

/**
 * The array in an IDX file that may be gzipped; the magic bytes tell.
 *
 * @param bytes - The whole file; borrowed. If it is not gzipped, see `parseIdx` for what is copied.
 * @throws {IdxFormatError} `E_GZIP_*` - the gzip stream is damaged or too large; `E_IDX_*` - as `parseIdx`.
 */
export async function parseIdxGz<T extends IdxElementType = IdxElementType>(
  bytes: Uint8Array,
  options: ParseIdxGzOptions<T> = {},
): Promise<IdxArray<T>> {
  if (!isGzip(bytes)) return parseIdx(bytes, options);
  const unpacked = await gunzip(bytes, options);
  if (isGzip(unpacked)) throw gzipInPlaceOfIdx('gzip inside gzip', 'unpack it once more, with gunzip');
  return parseIdx(unpacked, options);
}
