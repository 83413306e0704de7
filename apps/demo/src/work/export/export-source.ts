import type { NdArray } from '@fashion-mnist/core';

/** What files are made of. */
export interface ExportSource {
  readonly title: string;
  /** Names the layout in files, of letters, digits, `-` and `_`. */
  readonly tensorName: string;
  readonly classNames: readonly string[];
  /** In id order. */
  readonly splits: readonly { readonly name: string; readonly first: number }[];
  /** The images that are meant. */
  readonly ids: Uint32Array;
  /** Of all images of the dataset, as are the next two. */
  readonly labels: Uint8Array;
  /** `x0, y0, ...`; NaN: not on the map. */
  readonly positions: Float32Array;
  /** Shape `[count, height, width]`, for files that hold pictures. */
  readonly images?: NdArray<Uint8Array>;
}
