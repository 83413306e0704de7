/** What is wrong with the bytes or with the array. Codes are stable; messages are not. */
export type IdxErrorCode =
  /** The bytes end inside the header. */
  | 'E_IDX_SHORT_HEADER'
  /** The first two bytes are not zero, and nothing better is known. */
  | 'E_IDX_MAGIC'
  /** The element type is unknown, or not the one that the caller asked for. */
  | 'E_IDX_TYPE'
  /** The number of dimensions is not in 1..255. */
  | 'E_IDX_NDIM'
  /** The declared size, or a dimension to write, is beyond what the format or the machine can hold. */
  | 'E_IDX_TOO_LARGE'
  /** Fewer data bytes than the header declares. */
  | 'E_IDX_TRUNCATED'
  /** More data bytes than the header declares. */
  | 'E_IDX_TRAILING'
  /** The sizes fit when read as little-endian numbers. */
  | 'E_IDX_ENDIAN'
  /** The bytes are gzip. */
  | 'E_IDX_IS_GZIP'
  /** The bytes are an HTML or XML page. */
  | 'E_IDX_IS_HTML'
  /** The array to write has data that do not fit its shape. */
  | 'E_IDX_SHAPE'
  /** A value to write does not fit the element type. */
  | 'E_IDX_VALUE'
  /** The place that is read from failed or changed: no Range support, a short read, another ETag. */
  | 'E_IDX_SOURCE'
  /** The bytes are not gzip. */
  | 'E_GZIP_MAGIC'
  /** A gzip header names an unknown method, sets reserved flags or fails its own checksum. */
  | 'E_GZIP_HEADER'
  /** The gzip stream ends inside a header, the data or a trailer. */
  | 'E_GZIP_TRUNCATED'
  /** The data inside the gzip are not valid deflate. */
  | 'E_GZIP_CORRUPT'
  /** The unpacked data do not agree with the CRC-32 or the length in the gzip trailer. */
  | 'E_GZIP_CRC'
  /** Bytes behind the last gzip member are neither a member nor zero padding. */
  | 'E_GZIP_TRAILING'
  /** The gzip stream unpacks to more bytes than allowed. */
  | 'E_GZIP_TOO_LARGE'
  /** Random access was asked of a gzip file without blocks. */
  | 'E_GZIP_NOT_BLOCKED';

/** The facts behind an error, for programs. */
export interface IdxErrorDetails {
  /** Position of the offending byte, from the start of the bytes. */
  readonly offset?: number;
  readonly expected: string;
  readonly got: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** Thrown for bytes that are not IDX and for arrays that IDX cannot hold. */
export class IdxFormatError extends Error {
  override readonly name = 'IdxFormatError';
  readonly code: IdxErrorCode;
  readonly details: IdxErrorDetails;

  constructor(code: IdxErrorCode, details: IdxErrorDetails, options?: ErrorOptions) {
    super(describe(details), options);
    this.code = code;
    this.details = details;
  }
}

function describe({ offset, expected, got, hint }: IdxErrorDetails): string {
  const place = offset === undefined ? '' : ` at byte ${offset}`;
  const advice = hint === undefined ? '' : ` (${hint})`;
  return `expected ${expected}${place}, got ${got}${advice}`;
}
