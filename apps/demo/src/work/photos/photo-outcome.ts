import type { BackgroundRemoval, PhotoStageName, PhotoWarning } from '@fashion-mnist/transforms';

/** A picture that a canvas can show as it is: red, green, blue, alpha. */
export interface ShownPicture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A photo before the conversion or after one of its steps. */
export interface ShownStage {
  readonly name: 'photo' | PhotoStageName;
  /** Of the photo at this step; its picture may be smaller. */
  readonly width: number;
  readonly height: number;
  readonly picture: ShownPicture;
}

/** A photo that is an image now. */
export interface PhotoConversion {
  /** 28 x 28 bytes, row by row, the background 0. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** The photo as it was decoded, then after every step. */
  readonly stages: readonly ShownStage[];
  readonly background: BackgroundRemoval | null;
  readonly warnings: readonly PhotoWarning[];
}

/** What became of a photo. */
export type PhotoOutcome =
  | { readonly kind: 'converted'; readonly conversion: PhotoConversion }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string };
