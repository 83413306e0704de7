import { VisualizeError } from '../../errors.ts';
import { type Box, boundsOf, type Point } from '../geometry.ts';
import { createPointGrid, type PointGrid } from '../picking/point-grid.ts';

/** A layout in map units: centred on 0, its longer side from -1 to 1. */
export interface MapLayout {
  /** `x0, y0, ...`; both NaN for points that are not on the map. */
  readonly positions: Float32Array;
  readonly bounds: Box;
  readonly grid: PointGrid;
  /** Typical distance between neighbours around each point. */
  readonly spacings: Float32Array;
  /** A place in the unit of the layout as it was given. */
  readonly toMap: (place: Point) => Point;
}

const UNIT_BOX = { xMin: -1, yMin: -1, xMax: 1, yMax: 1 };
/** A point's own spacing stays within this factor of the typical one, so that dots differ in size, but not wildly. */
const SPACING_RANGE = 2;

/**
 * @param spacings - Those of a layout that was much the same, in place of its own: `withOwnSpacings` takes its time.
 * @throws {VisualizeError} `E_SHAPE` when there are not two coordinates per id.
 */
export function createMapLayout(source: Float32Array, count: number, spacings?: Float32Array): MapLayout {
  if (source.length !== 2 * count) {
    throw new VisualizeError('E_SHAPE', `layout: expected ${2 * count} coordinates, got ${source.length}`);
  }
  const box = boundsOf(source) ?? UNIT_BOX;
  const middle = { x: (box.xMin + box.xMax) / 2, y: (box.yMin + box.yMax) / 2 };
  const halfSize = { x: (box.xMax - box.xMin) / 2, y: (box.yMax - box.yMin) / 2 };
  const unit = Math.max(halfSize.x, halfSize.y) || 1;
  const positions = new Float32Array(2 * count);
  for (let i = 0; i < 2 * count; i += 2) {
    const x = ((source[i] as number) - middle.x) / unit;
    const y = ((source[i + 1] as number) - middle.y) / unit;
    const isSomewhere = Number.isFinite(x) && Number.isFinite(y);
    positions[i] = isSomewhere ? x : Number.NaN;
    positions[i + 1] = isSomewhere ? y : Number.NaN;
  }
  const grid = createPointGrid(positions);
  return {
    positions,
    bounds: boundsOf(positions) ?? UNIT_BOX,
    grid,
    spacings: spacings ?? ownSpacings(grid),
    toMap: (place) => ({ x: (place.x - middle.x) / unit, y: (place.y - middle.y) / unit }),
  };
}

export function withOwnSpacings(layout: MapLayout): MapLayout {
  return { ...layout, spacings: ownSpacings(layout.grid) };
}

function ownSpacings(grid: PointGrid): Float32Array {
  return evened(grid.localSpacings(), grid.spacing);
}

function evened(spacings: Float32Array, typical: number): Float32Array {
  const [low, high] = [typical / SPACING_RANGE, typical * SPACING_RANGE];
  for (let point = 0; point < spacings.length; point++) {
    const spacing = spacings[point] as number;
    spacings[point] = spacing < low ? low : spacing > high ? high : spacing;
  }
  return spacings;
}
