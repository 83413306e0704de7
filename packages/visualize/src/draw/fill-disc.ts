import { parseColor } from './parse-color.ts';
import type { Raster } from './raster.ts';

/** Paints a disc with a soft edge one pixel wide. */
export function fillDisc(
  raster: Raster,
  x: number,
  y: number,
  radius: number,
  color: string,
  opacity = 1,
): void {
  const rgb = parseColor(color);
  const reach = Math.ceil(radius + 1);
  for (let row = Math.floor(y) - reach; row <= Math.floor(y) + reach; row++) {
    for (let column = Math.floor(x) - reach; column <= Math.floor(x) + reach; column++) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      raster.blend(column, row, rgb, opacity * Math.min(Math.max(radius + 0.5 - distance, 0), 1));
    }
  }
}
