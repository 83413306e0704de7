export {
  DECODE_PHOTO_RULES,
  type DecodePhotoOptions,
  type PhotoSize,
} from '../decoding/decode-photo-options.ts';
export { decodePhoto } from './decode-photo.ts';
