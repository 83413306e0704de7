import { type Command, command, type Region, singleCommand } from '@fashion-mnist/kernels';
import type { InterpolationGrid } from './interpolation-grid.ts';

/** Spreads points onto a grid. */
export interface PointDensity {
  /** `Int32Array`: the points from the top of the map to its bottom, once `spread` is done. */
  readonly order: number;
  /** @param field - `Float32Array` `[side, side]`, written: points per node. */
  spread(grid: InterpolationGrid, field: number): readonly Command[];
}

const POINT_GRAIN = 2048;
const BAND_ROWS = 8;

/** @param bandRoom - The most bands of rows that a grid may have. */
export function pointDensity(
  region: Region,
  points: number,
  pointCount: number,
  bandRoom: number,
): PointDensity {
  const pieces = { total: pointCount, grain: POINT_GRAIN };
  const pieceCount = Math.ceil(pointCount / POINT_GRAIN);
  const bands = region.alloc(4 * pointCount);
  const order = region.alloc(4 * pointCount);
  const counts = region.alloc(4 * bandRoom * pieceCount);
  const starts = region.alloc(4 * (bandRoom + 1));
  return {
    order,
    spread({ side, spacing, originX, originY }, field) {
      const bandCount = side / BAND_ROWS;
      const scale = 1 / spacing;
      const bandsOfParity = (parity: number) =>
        command(
          'tsneSpread',
          { total: Math.ceil((bandCount - parity) / 2), grain: 1 },
          ...([points, order, starts, originX, originY, scale, side, parity, field] as const),
        );
      return [
        command('tsneBands', pieces, points, originY, scale, side, bands),
        command('countKeys', pieces, bands, bandCount, counts, POINT_GRAIN),
        singleCommand('startKeys', bandCount, pieceCount, counts, starts),
        command('orderByKey', pieces, bands, bandCount, counts, order, POINT_GRAIN),
        bandsOfParity(0),
        bandsOfParity(1),
      ];
    },
  };
}
