import { addFourByEight } from './four-by-eight';
import { addFourBySixteen } from './four-by-sixteen';
import { multiplySixByEight } from './six-by-eight';
import { multiplySixBySixteen } from './six-by-sixteen';

export { OUTER_BYTES, QUAD_BYTES, TILE_BYTES } from './packing';

/** How many panels of eight columns this build takes at once where `panelCount` are left. */
// @ts-ignore: decorator
@inline
export function panelsAtOnce(panelCount: i32): i32 {
  return WIDE && panelCount > 1 ? 2 : 1;
}

/** Six rows times the columns of one or two panels: `multiplySixByEight`. */
// @ts-ignore: decorator
@inline
export function multiplySix(panels: i32, quadCount: i32, left: usize, right: usize, product: usize): void {
  if (WIDE && panels === 2) multiplySixBySixteen(quadCount, left, right, product);
  else multiplySixByEight(quadCount, left, right, product);
}

/** Adds products of four rows with the columns of one or two panels: `addFourByEight`. */
// @ts-ignore: decorator
@inline
export function addFour(panels: i32, count: i32, left: usize, right: usize, product: usize): void {
  if (WIDE && panels === 2) addFourBySixteen(count, left, right, product);
  else addFourByEight(count, left, right, product);
}
