import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { countingSort } from './counting-sort.ts';
import { GRID, twiddlesOf } from './fft.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const { size, side, panelCount } = GRID;
const POINTS = 70_000;
const SPACING = 0.3;
const NODES_PER_UNIT = 1 / SPACING;
/** Splines reach six nodes beyond where they begin. */
const SPAN = (side - 8) * SPACING;
const BAND_COUNT = side / 8;
const SIZE = '70,000 points, 424 nodes across';

const points = ({ uniform }: Arena) => uniform(2 * POINTS, SPAN);

async function bandsOf(arena: Arena) {
  const [pointer, bands] = [await points(arena), arena.room(4 * POINTS)];
  const args = [pointer, 0, NODES_PER_UNIT, side, bands] as const;
  return { points: pointer, bands, find: command('tsneBands', inOnePiece(POINTS), ...args) };
}

export const tsneGridCases: CasesOf<
  'tsneBands' | 'tsneSpread' | 'tsneGather' | 'tsneTable' | 'tsneSplineGains' | 'tsneConvolve'
> = {
  tsneBands: { size: SIZE, place: async (arena) => (await bandsOf(arena)).find },
  tsneSpread: {
    size: `${SIZE}, every other band`,
    async place(arena) {
      const banded = await bandsOf(arena);
      const sort = countingSort(arena, banded.bands, POINTS, BAND_COUNT);
      await arena.run(banded.find, sort.count, sort.start, sort.order);
      const grid = [0, 0, NODES_PER_UNIT, side, 0, arena.room(4 * side ** 2)] as const;
      const args = [banded.points, sort.orderPointer, sort.startsPointer, ...grid] as const;
      return command('tsneSpread', inOnePiece(Math.ceil(BAND_COUNT / 2)), ...args);
    },
  },
  tsneGather: {
    size: SIZE,
    async place(arena) {
      const order = await arena.values(Int32Array.from({ length: POINTS }, (_, i) => i));
      const fields = [await arena.float32(side ** 2), await arena.float32(side ** 2)] as const;
      const args = [await points(arena), order, 0, 0, NODES_PER_UNIT, side, ...fields] as const;
      return command('tsneGather', inOnePiece(POINTS), ...args, arena.room(8 * POINTS));
    },
  },
  tsneTable: {
    size: '864 x 864',
    place: async ({ room }) => command('tsneTable', inOnePiece(size), size, SPACING, 1, room(4 * size ** 2)),
  },
  tsneSplineGains: {
    size: '864 frequencies',
    place: async (arena) =>
      command('tsneSplineGains', inOnePiece(size), size, await twiddlesOf(arena), arena.room(4 * size)),
  },
  tsneConvolve: {
    size: '4 of 109 panels',
    async place(arena) {
      const table = () => arena.float32(4 * panelCount * size);
      const tables = [await table(), await table(), await table()] as const;
      const density = await arena.float32(8 * panelCount * side);
      const results = [arena.room(8 * side * size), arena.room(8)] as const;
      const args = [size, side, density, ...tables, ...results, panelCount, await twiddlesOf(arena)] as const;
      return command('tsneConvolve', inOnePiece(4), ...args);
    },
  },
};
