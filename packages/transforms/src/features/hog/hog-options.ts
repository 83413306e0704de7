import { flag, type OptionRules, oneOf, type ResolvedOptions, real, whole } from '@fashion-mnist/core';
import { BLOCK_NORMS, type BlockNorm } from './block-norms.ts';

/** What the histograms of `hog` are. */
export interface HogSettings {
  /** Directions that are told apart, `1..255`. @default 9 */
  readonly orientations?: number | undefined;
  /** Side of a cell in pixels. @default 4 */
  readonly pixelsPerCell?: number | undefined;
  /** Side of a block in cells; blocks begin at every cell. @default 2 */
  readonly cellsPerBlock?: number | undefined;
  /** Whether a gradient from dark to light differs from the opposite one. @default false */
  readonly signed?: boolean | undefined;
  /** Whether a gradient votes for the two nearest directions, or only for its own. @default 'none' */
  readonly interpolation?: 'none' | 'linear' | undefined;
  /** How the histograms of a block are scaled. @default 'L2-Hys' */
  readonly blockNorm?: BlockNorm | undefined;
  /** What keeps empty blocks from being divided by 0, above 0, in the unit of a pixel. @default 1e-5 */
  readonly epsilon?: number | undefined;
  /** Whether the square root of each pixel is taken before; pixels must not be negative. @default false */
  readonly transformSqrt?: boolean | undefined;
}

/** Settings with no one left out. */
export type ResolvedHogSettings = ResolvedOptions<HogSettings>;

export const HOG_RULES: OptionRules<HogSettings> = {
  orientations: whole(9, { min: 1, max: 255 }),
  pixelsPerCell: whole(4, { min: 1 }),
  cellsPerBlock: whole(2, { min: 1 }),
  signed: flag(false),
  interpolation: oneOf('none', ['none', 'linear']),
  blockNorm: oneOf('L2-Hys', BLOCK_NORMS),
  epsilon: real(1e-5, { above: 0 }),
  transformSqrt: flag(false),
};
