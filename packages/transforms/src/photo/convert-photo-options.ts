import { type OptionRules, oneOf, real } from '@fashion-mnist/core';
import { type ColorText, hexColor } from './hex-color.ts';

/** How the brightness of a colour is weighed: the luma of ITU-R BT.709 or of BT.601, or all three alike. */
export type GreyWeights = 'rec709luma' | 'rec601luma' | 'average';

/** How 16 bits become 8: what is left over is dropped, as `-depth 8` does it, or rounded, as it is without. */
export type ByteRounding = 'down' | 'nearest';

/** How `convertPhoto` reads the paper where it leaves a choice, and what it does before. */
export interface ConvertPhotoOptions {
  /** Whether the background of a photo that was not shot on white is made white before. @default 'keep' */
  readonly background?: 'keep' | 'remove' | undefined;
  /** How far a colour may be from the background's to be removed, as a distance in Oklab, `0..1`. @default 0.08 */
  readonly backgroundTolerance?: number | undefined;
  /** How far a colour may be from the corners' to be trimmed, as a share of the largest value, `0..1`. @default 0.05 */
  readonly fuzz?: number | undefined;
  /** With increasing effect near edges, the same everywhere, or not at all. @default 'adaptive' */
  readonly sharpen?: 'adaptive' | 'plain' | 'none' | undefined;
  /** Colour of the pixels that make the picture square: `#rgb` or `#rrggbb`. @default '#fff' */
  readonly extensionColor?: ColorText | undefined;
  /** How red, green and blue become grey. @default 'rec709luma' */
  readonly greyWeights?: GreyWeights | undefined;
  /** How 16 bits become 8. @default 'down' */
  readonly byteRounding?: ByteRounding | undefined;
}

/** The rules of `ConvertPhotoOptions`: default, accepted values, and how a command line spells them. */
export const CONVERT_PHOTO_RULES: OptionRules<ConvertPhotoOptions> = {
  background: oneOf('keep', ['keep', 'remove']),
  backgroundTolerance: real(0.08, { min: 0, max: 1 }),
  fuzz: real(0.05, { min: 0, max: 1 }),
  sharpen: oneOf('adaptive', ['adaptive', 'plain', 'none']),
  extensionColor: hexColor('#fff'),
  greyWeights: oneOf('rec709luma', ['rec709luma', 'rec601luma', 'average']),
  byteRounding: oneOf('down', ['down', 'nearest']),
};
