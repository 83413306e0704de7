import type { MapDocument } from './data-api.ts';
import { DataError } from './errors.ts';
import type { Point } from './viewport.ts';

/** A map, ready to draw: centred on 0, the longer side from -1 to 1, y upward. */
export interface MapPoints {
  readonly count: number;
  /** `x0, y0, x1, y1, ...` */
  readonly positions: Float32Array;
  /** The class of each point. */
  readonly labels: Uint8Array;
  /** The image of each point. */
  readonly sampleIndices: readonly number[];
  /** Half of the width and half of the height. */
  readonly halfSize: Point;
}

/**
 * The points of a map document.
 *
 * @param labels - Labels of the whole split; borrowed.
 * @throws {DataError} `malformed` - lengths do not match, an image does not exist, or a coordinate is not a number.
 */
export function toMapPoints(map: MapDocument, labels: Uint8Array): MapPoints {
  const { sampleIndices, coordinates } = map;
  const count = sampleIndices.length;
  if (coordinates.length !== 2 * count) {
    throw new DataError('malformed', `The map has ${count} images but ${coordinates.length} coordinates.`);
  }
  const x = range(coordinates, 0);
  const y = range(coordinates, 1);
  const half = Math.max(x.half, y.half) || 1;
  const positions = Float32Array.from(
    coordinates,
    (value, i) => (value - (i % 2 === 0 ? x.middle : y.middle)) / half,
  );
  return {
    count,
    positions,
    labels: Uint8Array.from(sampleIndices, (sample) => labelOf(sample, labels)),
    sampleIndices,
    halfSize: { x: x.half / half, y: y.half / half },
  };
}

function range(
  coordinates: readonly number[],
  axis: 0 | 1,
): { readonly middle: number; readonly half: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = axis; i < coordinates.length; i += 2) {
    const value = coordinates[i];
    if (!Number.isFinite(value)) {
      throw new DataError('malformed', `Coordinate ${i} of the map is ${value}, not a number.`);
    }
    low = Math.min(low, value as number);
    high = Math.max(high, value as number);
  }
  return low > high ? { middle: 0, half: 0 } : { middle: (low + high) / 2, half: (high - low) / 2 };
}

function labelOf(sample: number, labels: Uint8Array): number {
  const label = labels[sample];
  if (label !== undefined) return label;
  throw new DataError('malformed', `The map names image ${sample}, but there are ${labels.length} images.`);
}
