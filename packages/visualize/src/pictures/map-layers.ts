import { classColor } from '../class-colors.ts';
import type { LabelledMap, PointClasses } from './labelled-map.ts';
import { type Area, placePoints } from './place-points.ts';
import type { DotLayer } from './scene.ts';

/** A class that occurs on a map. */
export interface MapClass {
  readonly label: number;
  readonly name: string;
  readonly color: string;
}

/** The classes that occur, in label order. */
export function mapClasses({ labels, classNames }: PointClasses): readonly MapClass[] {
  return [...new Set(labels)]
    .toSorted((a, b) => a - b)
    .map((label) => ({ label, name: classNames[label] ?? String(label), color: classColor(label) }));
}

/** A class and where its points stand on a picture. */
export interface PlacedClass extends MapClass {
  /** Flat `x0, y0, x1, y1, ...` */
  readonly points: Float32Array;
}

/** The classes of a map, in label order, their points placed in an area. */
export function placeClasses(map: LabelledMap, area: Area): readonly PlacedClass[] {
  const places = placePoints(map.coordinates.data, area);
  return mapClasses(map).map((entry) => ({
    ...entry,
    points: places.filter((_, i) => map.labels[i >> 1] === entry.label),
  }));
}

/** Above this many points, dots shine through more, and classes are painted in turns. */
const FEW_POINTS = 4000;
const TURNS = 8;

/**
 * The dots of the classes of a map, fewer larger, many small and faint so that density shows. Many are painted in turns,
 * so that no class covers all the others.
 *
 * @param size - Of the map in pixels, the geometric mean of width and height.
 */
export function mapLayers(classes: readonly PlacedClass[], size: number): readonly DotLayer[] {
  const pointCount = classes.reduce((sum, { points }) => sum + points.length / 2, 0);
  const radius = Math.min(Math.max((0.16 * size) / Math.sqrt(pointCount), 0.0013 * size), 5);
  const opacity = 0.8 * Math.min((FEW_POINTS / pointCount) ** (1 / 6), 1);
  const turns = pointCount > FEW_POINTS ? TURNS : 1;
  return Array.from({ length: turns }, (_, turn) =>
    classes.map(({ points, name, color }) => ({
      name,
      color,
      radius,
      opacity,
      points: points.filter((_value, i) => (i >> 1) % turns === turn),
    })),
  ).flat();
}
