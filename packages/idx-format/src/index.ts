export type { IdxElementType, IdxTypedArray } from './element-type.ts';
export { encodeIdx } from './encode-idx.ts';
export { type IdxErrorCode, type IdxErrorDetails, IdxFormatError } from './errors.ts';
export { isGzip } from './foreign-format.ts';
export { type GunzipOptions, gunzip } from './gunzip.ts';
export { type IdxArray, type ParseIdxOptions, parseIdx } from './parse-idx.ts';
export { type ParseIdxGzOptions, parseIdxGz } from './parse-idx-gz.ts';
