import type { Rgb } from '../scene/css-color-to-rgb.ts';

/** The faintest ink is the colour darkened to this share. */
const DARKEST = 0.4;
/** Full ink is lighter than the colour by this share of the way to white. */
const LIGHTEST = 0.2;
/** Above 1: most garments are near full ink, and there the shades are furthest apart. */
const CONTRAST = 1.4;
/** Up to the first, ink is noise around the picture and not drawn; from the second on it hides what is below. */
const OPACITY_RANGE = [12, 72] as const;

/**
 * The RGBA bytes of each ink from 0 to 255 in shades of one colour, so that folds and seams show and overlapping
 * pictures stay apart.
 */
export function createInkRamp(color: Rgb): Uint8ClampedArray {
  const [faint, opaque] = OPACITY_RANGE;
  const ramp = new Uint8ClampedArray(4 * 256);
  for (let ink = 0; ink < 256; ink++) {
    const light = (ink / 255) ** CONTRAST;
    const shades = color.map((channel) => {
      const dark = channel * DARKEST;
      const bright = channel + (255 - channel) * LIGHTEST;
      return dark + (bright - dark) * light;
    });
    ramp.set([...shades, (255 * (ink - faint)) / (opaque - faint)], 4 * ink);
  }
  return ramp;
}
