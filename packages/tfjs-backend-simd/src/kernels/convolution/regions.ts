import type { WindowGrid } from './taps.ts';

/** Some of the windows of a grid, from the one at (`firstRow`, `firstColumn`) on. */
export interface Region extends WindowGrid {
  readonly firstRow: number;
  readonly firstColumn: number;
}

/** The images that windows lie on, and how far windows are apart. */
export interface WindowedImages {
  readonly imageCount: number;
  readonly height: number;
  readonly width: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
}

/** How much of the work must be left, at most, for division to pay. */
const WORTHWHILE = 0.6;
/** With fewer windows, packing the filter for them costs more than it saves. */
const FEWEST_WINDOWS = 32;

/**
 * Divides the windows of small images where most have taps in the margin, as of 3 x 3 windows on 2 x 2 images: each region
 * has only taps that meet pixels. Taps of a region are counted from its first window.
 */
export function regionsOf(grid: WindowGrid, images: WindowedImages): readonly Region[] {
  const down = bandsOf(grid.height, images.height, images.strideHeight, distinct(grid.taps, 0));
  const across = bandsOf(grid.width, images.width, images.strideWidth, distinct(grid.taps, 1));
  const regions = down.flatMap((rows) => across.map((columns) => region(grid, rows, columns, images)));
  const areLarge = regions.every(
    ({ height, width, taps }) => taps.length > 0 && images.imageCount * height * width >= FEWEST_WINDOWS,
  );
  return areLarge && saveMuch(regions, grid) ? regions : [wholeOf(grid)];
}

/** Divides them by taps: each region has the windows in which its only tap meets pixels, which may be none. */
export function tapRegionsOf(grid: WindowGrid, images: WindowedImages): readonly Region[] {
  const regions = triples(grid.taps).map(([row, column, pixel]) => {
    const down = meeting(grid.height, images.height, images.strideHeight, row);
    const across = meeting(grid.width, images.width, images.strideWidth, column);
    return {
      height: down.count,
      width: across.count,
      taps: [row + down.first * images.strideHeight, column + across.first * images.strideWidth, pixel],
      firstRow: down.first,
      firstColumn: across.first,
    };
  });
  return saveMuch(regions, grid) ? regions : [wholeOf(grid)];
}

function wholeOf(grid: WindowGrid): Region {
  return { ...grid, firstRow: 0, firstColumn: 0 };
}

function saveMuch(regions: readonly Region[], { height, width, taps }: WindowGrid): boolean {
  const left = regions.reduce((sum, part) => sum + part.height * part.width * part.taps.length, 0);
  return left <= WORTHWHILE * height * width * taps.length;
}

/** The windows along an axis in which a tap at an offset meets pixels. */
function meeting(windowCount: number, length: number, stride: number, offset: number) {
  const first = Math.max(0, Math.ceil(-offset / stride));
  const end = Math.min(windowCount, Math.ceil((length - offset) / stride));
  return { first, count: Math.max(0, end - first) };
}

/** Neighbouring windows along an axis that meet pixels with the same taps. */
interface Band {
  readonly first: number;
  readonly count: number;
  readonly offsets: readonly number[];
}

function bandsOf(windowCount: number, length: number, stride: number, offsets: readonly number[]): Band[] {
  const bands: Band[] = [];
  for (let window = 0; window < windowCount; window++) {
    const inside = offsets.filter(
      (offset) => window * stride + offset >= 0 && window * stride + offset < length,
    );
    const last = bands.at(-1);
    if (last !== undefined && last.offsets.join() === inside.join())
      bands[bands.length - 1] = { ...last, count: last.count + 1 };
    else bands.push({ first: window, count: 1, offsets: inside });
  }
  return bands;
}

function region(
  grid: WindowGrid,
  rows: Band,
  columns: Band,
  { strideHeight, strideWidth }: WindowedImages,
): Region {
  const taps: number[] = [];
  for (const [row, column, pixel] of triples(grid.taps))
    if (rows.offsets.includes(row) && columns.offsets.includes(column))
      taps.push(row + rows.first * strideHeight, column + columns.first * strideWidth, pixel);
  return { height: rows.count, width: columns.count, taps, firstRow: rows.first, firstColumn: columns.first };
}

/** The values of one of a tap's three numbers. */
function distinct(taps: readonly number[], place: 0 | 1): number[] {
  return [...new Set(triples(taps).map((tap) => tap[place]))];
}

function triples(taps: readonly number[]): [row: number, column: number, pixel: number][] {
  return Array.from({ length: taps.length / 3 }, (_, tap) => {
    const [row = 0, column = 0, pixel = 0] = taps.slice(tap * 3);
    return [row, column, pixel];
  });
}
