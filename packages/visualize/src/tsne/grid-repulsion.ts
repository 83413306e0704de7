import { command, type WorkerPool } from '@fashion-mnist/kernels';
import { chooseGrid, MOST_BANDS, withPeriodOf } from './interpolation-grid.ts';
import type { MapPoints } from './map-points.ts';
import { pointDensity } from './point-density.ts';
import type { Repulsion } from './repulsion.ts';
import { type RepulsionField, repulsionField } from './repulsion-field.ts';

const GATHER_GRAIN = 512;

/** Repulsion interpolated on a grid that follows the map as it grows: O(points + nodes log nodes). */
export function gridRepulsion(pool: WorkerPool, map: MapPoints, forces: number): Repulsion {
  const region = pool.region();
  const { points, pointCount } = map;
  const density = pointDensity(region, points, pointCount, MOST_BANDS);
  let field: RepulsionField | undefined;

  return {
    roundsPerSubmit: 1,
    async commands() {
      const grid = withPeriodOf(chooseGrid(await map.bounds()), field?.grid);
      if (field === undefined || grid.size > field.capacity) {
        field?.dispose();
        field = repulsionField(pool, grid);
      }
      const { side, spacing, originX, originY } = grid;
      return [
        ...field.moveTo(grid),
        ...density.spread(grid, field.density),
        ...field.convolve(),
        command(
          'tsneGather',
          { total: pointCount, grain: GATHER_GRAIN },
          ...([points, density.order, originX, originY, 1 / spacing, side] as const),
          ...([field.alongX, field.alongY, forces] as const),
        ),
      ];
    },
    normalisation: () => ({ sums: field?.sums ?? 0, sumCount: field?.sumCount ?? 0, selfSum: pointCount }),
    dispose() {
      field?.dispose();
      region.release();
    },
  };
}
