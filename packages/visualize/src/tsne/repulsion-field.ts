import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { InterpolationGrid } from './interpolation-grid.ts';

/** Memory in which a density of points becomes a field of repulsion. */
export interface RepulsionField {
  readonly grid: InterpolationGrid;
  /** The largest period of a grid that there is room for. */
  readonly capacity: number;
  /** Field of points per node, spread by the caller. */
  readonly density: number;
  /** Fields of repulsion. */
  readonly alongX: number;
  readonly alongY: number;
  /** `Float64Array` of `sumCount`: the potential over all points. */
  readonly sums: number;
  readonly sumCount: number;
  /** Changes the grid, by commands that come before all others. */
  moveTo(grid: InterpolationGrid): readonly Command[];
  /** From the density to repulsion. */
  convolve(): readonly Command[];
  /** From the density to its potential, a field like those of repulsion. */
  convolvePotential(to: number): readonly Command[];
  dispose(): void;
}

type Buffers = ReturnType<typeof allocate>;

const PANEL_GRAIN = 2;
const ROW_GRAIN = 16;

/** Tables of spectra, with the numbers under which kernels know their functions. */
const TABLES = [
  { table: 'potential', which: 0, part: 0 },
  { table: 'forceX', which: 1, part: 1 },
  { table: 'forceY', which: 2, part: 1 },
] as const;

/** Room for a grid, and for all whose period is not larger. */
export function repulsionField(pool: WorkerPool, first: InterpolationGrid): RepulsionField {
  const region = pool.region();
  const buffers = allocate(region, first.size);
  const { density, alongX, alongY, sums } = buffers;
  let grid = first;
  let hasTables = false;

  return {
    density,
    alongX,
    alongY,
    sums,
    capacity: first.size,
    get grid() {
      return grid;
    },
    get sumCount() {
      return Math.ceil(panelCount(grid.size) / PANEL_GRAIN);
    },
    moveTo(next) {
      const keepsTables = hasTables && next.size === grid.size && next.spacing === grid.spacing;
      grid = next;
      hasTables = true;
      return keepsTables ? [] : tableCommands(buffers, grid);
    },
    convolve: () =>
      convolution(buffers, grid, { x: buffers.forceX, y: buffers.forceY }, { x: alongX, y: alongY }),
    convolvePotential(to) {
      const nothing = buffers.tableField;
      return [
        command('clearSums', { total: grid.size ** 2 / 2, grain: 8192 }, nothing),
        ...convolution(buffers, grid, { x: buffers.potential, y: nothing }, { x: nothing, y: to }),
      ];
    },
    dispose: () => region.release(),
  };
}

function allocate(region: Region, size: number) {
  const tableBytes = 16 * panelCount(size) * size;
  const fieldBytes = size * size;
  return {
    twiddles: region.alloc(8 * size),
    gains: region.alloc(4 * size),
    potential: region.alloc(tableBytes),
    forceX: region.alloc(tableBytes),
    forceY: region.alloc(tableBytes),
    tableField: region.alloc(4 * fieldBytes),
    halfSpectrum: region.alloc(2 * tableBytes),
    density: region.alloc(fieldBytes),
    repulsion: region.alloc(4 * fieldBytes),
    alongX: region.alloc(fieldBytes),
    alongY: region.alloc(fieldBytes),
    sums: region.alloc(8 * panelCount(size)),
  };
}

/** Half a spectrum has panels of four frequencies up to half the period. */
function panelCount(size: number): number {
  return Math.floor(size / 8) + 1;
}

function tableCommands(buffers: Buffers, { size, spacing }: InterpolationGrid): readonly Command[] {
  const { twiddles, gains, tableField, halfSpectrum } = buffers;
  const rows = { total: size, grain: ROW_GRAIN };
  const columns = { total: size / 8, grain: 1 };
  const panels = { total: panelCount(size), grain: PANEL_GRAIN };
  return [
    command('fftTwiddles', rows, size, twiddles),
    command('tsneSplineGains', rows, size, twiddles, gains),
    ...TABLES.flatMap(({ table, which, part }) => [
      command('tsneTable', rows, size, spacing, which, tableField),
      command('fftColumns', columns, size, size, tableField, halfSpectrum, twiddles),
      command('fftRowsPart', panels, size, halfSpectrum, part, gains, buffers[table], twiddles),
    ]),
  ];
}

/** @param tables - Spectra of a function along x, which makes the real part of the result, and of one along y. */
function convolution(
  { twiddles, density, halfSpectrum, potential, repulsion, sums }: Buffers,
  { size, side }: InterpolationGrid,
  tables: { readonly x: number; readonly y: number },
  fields: { readonly x: number; readonly y: number },
): readonly Command[] {
  return [
    command('fftColumns', { total: side / 8, grain: 1 }, size, side, density, halfSpectrum, twiddles),
    command(
      'tsneConvolve',
      { total: panelCount(size), grain: PANEL_GRAIN },
      ...([size, side, halfSpectrum, potential, tables.x, tables.y] as const),
      ...([repulsion, sums, PANEL_GRAIN, twiddles] as const),
    ),
    command(
      'fftInverseColumns',
      { total: side / 4, grain: 2 },
      ...([size, side, repulsion, fields.x, fields.y, twiddles] as const),
    ),
  ];
}
