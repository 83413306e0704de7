import { measureText } from '../draw/text.ts';
import type { MapClass } from './map-layers.ts';
import type { Area } from './place-points.ts';
import { INK, type LegendDot, type SceneText } from './scene.ts';

type LegendEntry = Pick<MapClass, 'name' | 'color'>;

/** A legend in lines: dots and the names beside them. */
export interface LegendRows {
  readonly dots: readonly LegendDot[];
  readonly texts: readonly SceneText[];
  readonly height: number;
}

const STYLE = { size: 14, weight: 'regular' } as const;
const DOT_WIDTH = 14;
const GAP = 22;
const LINE = 26;

/** Sets entries in as few lines as an area's width allows, each line in its middle, from its top down. */
export function legendRows(
  entries: readonly LegendEntry[],
  { left, top, width }: Pick<Area, 'left' | 'top' | 'width'>,
): LegendRows {
  const rows = wrap(entries, width);
  const placed = rows.flatMap((row, line) => {
    let x = left + (width - widthOf(row)) / 2;
    return row.map((entry) => {
      const at = { ...entry, x, y: top + (line + 0.5) * LINE };
      x += entryWidth(entry) + GAP;
      return at;
    });
  });
  return {
    dots: placed.map(({ x, y, color }) => ({ x: x + 5, y, color })),
    texts: placed.map(({ name, x, y }) => ({
      ...STYLE,
      text: name,
      x: x + DOT_WIDTH,
      y: y + 5,
      color: INK,
      anchor: 'start',
      halo: false,
    })),
    height: rows.length * LINE,
  };
}

function wrap(entries: readonly LegendEntry[], width: number): readonly (readonly LegendEntry[])[] {
  const rows: LegendEntry[][] = [];
  for (const entry of entries) {
    const row = rows.at(-1);
    if (row !== undefined && widthOf([...row, entry]) <= width) row.push(entry);
    else rows.push([entry]);
  }
  return rows;
}

function widthOf(row: readonly LegendEntry[]): number {
  return row.reduce((sum, entry) => sum + entryWidth(entry), GAP * (row.length - 1));
}

function entryWidth({ name }: LegendEntry): number {
  return DOT_WIDTH + measureText(name, STYLE);
}
