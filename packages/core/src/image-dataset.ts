import type { NdArray } from './nd-array.ts';

/** The two published halves of a dataset. */
export type Split = 'train' | 'test';

/** What images can be used for: a published half, or `validation`, a part that is kept back from `train`. */
export type Subset = Split | 'validation';

/** One subset of a labelled image dataset. */
export interface ImageDataset {
  /** Registry name, for example `fashion-mnist`. */
  readonly name: string;
  readonly split: Subset;
  /** Shape `[imageCount, height, width]`; 0 is background, 255 full ink. */
  readonly images: NdArray<Uint8Array>;
  /** One class index per image. */
  readonly labels: Uint8Array;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
}
