/** Sizes of one picture in pixels. */
export interface PictureSize {
  readonly height: number;
  readonly width: number;
}
