export { DECODE_PHOTO_RULES, type DecodePhotoOptions } from '../decoding/decode-photo-options.ts';
export { decodePhoto } from './decode-photo.ts';
