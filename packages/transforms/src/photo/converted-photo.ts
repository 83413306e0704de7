import type { BackgroundRemoval } from './background/remove-background.ts';
import type { ImageDescription } from './measurements/describe-image.ts';
import type { PhotoWarning } from './measurements/photo-warnings.ts';
import type { Raster } from './raster.ts';

/** The steps of a conversion in their order. */
export type PhotoStageName =
  /** The whole photo with a white background; only where it was removed. */
  | 'background'
  /** What is left without the edges that are close to the colour of the corners. */
  | 'trim'
  /** The longest edge has 28 pixels. */
  | 'sample'
  /** Edges are sharper; from here on in words. */
  | 'sharpen'
  /** A square of 28 pixels. */
  | 'extend'
  /** Light and dark are exchanged. */
  | 'negate'
  /** In one channel. */
  | 'grey'
  /** The image. */
  | 'bytes';

/** A photo as it is after a step. */
export interface PhotoStage {
  readonly name: PhotoStageName;
  readonly raster: Raster;
}

/** A photo as a Fashion-MNIST image. */
export interface ConvertedPhoto {
  /** 28 x 28 bytes, row by row, the background 0. */
  readonly pixels: Uint8Array;
  /** The photo after each step, the last one with these pixels. */
  readonly stages: readonly PhotoStage[];
  /** What was taken for the background; `null` where it was kept. */
  readonly background: BackgroundRemoval | null;
  /** The image in figures. */
  readonly description: ImageDescription;
  /** What the 70,000 images of the dataset do not show; empty for an image like them. */
  readonly warnings: readonly PhotoWarning[];
}
