/** A decoded picture in sRGB, opaque and upright: what a photo is before it becomes a 28 x 28 image. */
export interface Raster {
  /** Row-major, `channels` numbers per pixel: `0..255` in bytes, `0..65535` in words. */
  readonly data: Uint8Array | Uint16Array;
  readonly width: number;
  readonly height: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
}
