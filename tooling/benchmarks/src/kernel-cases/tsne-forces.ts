import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const POINTS = 70_000;
const ROWS = 10_000;
const ROW_LENGTH = 140;
const SIZE_OF_ROWS = '10,000 rows of 140 affinities';
/** Above, repulsion is interpolated. */
const REPELLED = 2000;

async function affinityRows({ values, int32, uniform }: Arena): Promise<readonly [number, number, number]> {
  const rowStarts = Int32Array.from({ length: ROWS + 1 }, (_, row) => row * ROW_LENGTH);
  const entryCount = ROWS * ROW_LENGTH;
  return [await values(rowStarts), await int32(entryCount, ROWS), await uniform(entryCount, 1 / entryCount)];
}

export const tsneForceCases: CasesOf<
  | 'tsneAttract'
  | 'tsneRepel'
  | 'tsneMove'
  | 'tsneBounds'
  | 'tsneShow'
  | 'tsneDivergenceTerms'
  | 'tsneDivergence'
  | 'tsneNormalise'
  | 'tsneMeans'
> = {
  tsneAttract: {
    size: SIZE_OF_ROWS,
    async place(arena) {
      const points = await arena.uniform(2 * ROWS, 50);
      const args = [points, points, ...(await affinityRows(arena))] as const;
      return command('tsneAttract', inOnePiece(ROWS), ...args, arena.room(8 * ROWS));
    },
  },
  tsneRepel: {
    size: '2,000 points',
    async place({ uniform, room }) {
      const args = [
        await uniform(2 * REPELLED, 50),
        REPELLED,
        room(8 * REPELLED),
        room(8),
        REPELLED,
      ] as const;
      return command('tsneRepel', inOnePiece(REPELLED), ...args);
    },
  },
  tsneMove: {
    size: '70,000 points',
    async place({ uniform, float32, values }) {
      const forces = [
        await uniform(2 * POINTS, 50),
        await float32(2 * POINTS),
        await float32(2 * POINTS),
      ] as const;
      const sums = await values(Float64Array.of(2 * POINTS));
      const state = [await float32(2 * POINTS), await uniform(2 * POINTS, 2)] as const;
      return command('tsneMove', inOnePiece(POINTS), ...forces, sums, 1, POINTS, ...state, 12, 0.5, 50);
    },
  },
  tsneBounds: {
    size: '70,000 points',
    place: async ({ uniform, room }) =>
      command('tsneBounds', inOnePiece(POINTS), await uniform(2 * POINTS, 50), room(16), POINTS),
  },
  tsneShow: {
    size: '70,000 points',
    async place({ uniform, int32, room }) {
      const args = [await uniform(2 * POINTS, 50), await int32(POINTS, POINTS), room(8 * POINTS)] as const;
      return command('tsneShow', inOnePiece(POINTS), ...args);
    },
  },
  tsneDivergenceTerms: {
    size: SIZE_OF_ROWS,
    async place(arena) {
      const args = [await arena.uniform(2 * ROWS, 50), ...(await affinityRows(arena))] as const;
      return command('tsneDivergenceTerms', inOnePiece(ROWS), ...args, arena.room(16), ROWS);
    },
  },
  tsneDivergence: { reason: 'adds up a few slots, in place of a journey to the caller and back' },
  tsneNormalise: {
    size: '70,000 points',
    place: async ({ float32, uniform }) =>
      command('tsneNormalise', inOnePiece(POINTS), await float32(2 * POINTS), await uniform(2 * POINTS, 9)),
  },
  tsneMeans: {
    size: '5,000 x 90 targets',
    async place({ uniform, int32, room }) {
      const edges = 5000 * 90;
      const args = [
        await uniform(2 * POINTS, 50),
        90,
        await int32(edges, POINTS),
        await uniform(edges, 1 / 90),
      ] as const;
      return command('tsneMeans', inOnePiece(5000), ...args, room(8 * 5000));
    },
  },
};
