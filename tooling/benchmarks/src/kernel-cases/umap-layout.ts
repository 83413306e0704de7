import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const POINTS = 70_000;
const EDGES = 100_000;
const NEW_POINTS = 1000;
const NEIGHBORS = 15;
const NEGATIVE_SAMPLES = 5;
/** The curve of `minDist` 0.1 and `spread` 1. */
const CURVE = { a: 1.577, b: 0.895 };
const CURVE_ENTRIES = 2561;

async function curves(arena: Arena): Promise<readonly [attraction: number, repulsion: number]> {
  const tables = [arena.room(4 * CURVE_ENTRIES), arena.room(4 * CURVE_ENTRIES)] as const;
  await arena.run(command('umapCurves', inOnePiece(CURVE_ENTRIES), CURVE.a, CURVE.b, ...tables));
  return tables;
}

async function newPoints({
  uniform,
  int32,
}: Arena): Promise<readonly [fitted: number, indices: number, weights: number]> {
  const edgeCount = NEW_POINTS * NEIGHBORS;
  return [await uniform(2 * POINTS, 20), await int32(edgeCount, POINTS), await uniform(edgeCount, 1)];
}

export const umapLayoutCases: CasesOf<'umapCurves' | 'umapOptimise' | 'umapStartAmong' | 'umapPlace'> = {
  umapCurves: {
    size: '2,561 entries',
    place: async ({ room }) =>
      command(
        'umapCurves',
        inOnePiece(CURVE_ENTRIES),
        ...([CURVE.a, CURVE.b, room(4 * CURVE_ENTRIES), room(4 * CURVE_ENTRIES)] as const),
      ),
  },
  umapOptimise: {
    size: '100,000 edges, half of them due',
    async place(arena) {
      const { uniform, int32, values } = arena;
      const places = [await uniform(2 * POINTS, 20), await uniform(2 * POINTS, 20), POINTS] as const;
      const bucket = [await values(Int32Array.of(0)), await values(Int32Array.of(0, EDGES))] as const;
      const ends = [await int32(EDGES + 4, POINTS), await int32(EDGES + 4, POINTS)] as const;
      const edges = [...ends, await uniform(EDGES + 4, 1)] as const;
      const moment = [100, 0.5, NEGATIVE_SAMPLES, 7] as const;
      return command(
        'umapOptimise',
        inOnePiece(1),
        ...places,
        ...bucket,
        ...edges,
        ...(await curves(arena)),
        ...moment,
      );
    },
  },
  umapStartAmong: {
    size: '1,000 x 15 neighbours',
    async place(arena) {
      const [fitted, ...edges] = await newPoints(arena);
      const args = [fitted, NEIGHBORS, ...edges, arena.room(8 * NEW_POINTS)] as const;
      return command('umapStartAmong', inOnePiece(NEW_POINTS), ...args);
    },
  },
  umapPlace: {
    size: '1,000 x 15 neighbours, 30 epochs',
    async place(arena) {
      const [fitted, ...edges] = await newPoints(arena);
      const points = await arena.uniform(2 * NEW_POINTS, 20);
      const args = [fitted, POINTS, NEIGHBORS, ...edges, points, ...(await curves(arena))] as const;
      return command('umapPlace', inOnePiece(NEW_POINTS), ...args, 30, 0.25, NEGATIVE_SAMPLES, 7);
    },
  },
};
