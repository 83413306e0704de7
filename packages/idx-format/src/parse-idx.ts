import { toTypedArray } from './element-bytes.ts';
import type { IdxElementType, IdxTypedArray } from './element-type.ts';
import { type ParseHeaderOptions, parseHeader } from './parse-header.ts';
import { type PayloadOptions, requirePayload } from './require-payload.ts';

/** An array read from IDX: flat and row-major. */
export interface IdxArray<T extends IdxElementType = IdxElementType> {
  readonly data: IdxTypedArray<T>;
  readonly shape: readonly number[];
}

/** What `parseIdx` accepts. */
export interface ParseIdxOptions<T extends IdxElementType = IdxElementType>
  extends ParseHeaderOptions,
    PayloadOptions {
  /** Refuse any other element type, and narrow the type of the result. @default any */
  readonly type?: T;
}

/**
 * The array in an IDX file, for all six element types and 1 to 255 dimensions.
 *
 * @param bytes - The whole file, uncompressed; borrowed. One-byte elements are a view of these bytes, nothing is
 *   copied; wider elements are copied once, into the machine's byte order. Bit patterns are kept, NaN payloads too.
 * @throws {IdxFormatError} `E_IDX_*` - when the bytes are not a whole IDX file. The declared size is checked against
 *   the bytes that are there before anything is allocated.
 * @see http://yann.lecun.com/exdb/mnist/, "THE IDX FILE FORMAT"
 */
export function parseIdx<T extends IdxElementType = IdxElementType>(
  bytes: Uint8Array,
  options: ParseIdxOptions<T> = {},
): IdxArray<T> {
  const header = parseHeader(bytes, options);
  requirePayload(header, bytes.length - header.headerBytes, options);
  const payload = bytes.subarray(header.headerBytes, header.headerBytes + header.payloadBytes);
  const data = toTypedArray(payload, header.type, options.byteOrder);
  return { data: data as IdxTypedArray<T>, shape: header.shape };
}
