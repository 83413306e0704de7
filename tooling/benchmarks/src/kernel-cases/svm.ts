import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const UNITS = FEATURES / 2;
const VECTORS = 1024;
const ROWS = 64;
const CLASSES = 4;
const WIDTH = 4;
const PAIR_SIZE = 160;
const ROWS_AT_ONCE = 32;
/** More than any of the two needs. */
const TURNS = 4000;
const RBF = 2;
/** Gamma in the unit of unscaled pixels. */
const FACTOR = -1e-7;
const DEGREE = 3;
const WORKSPACE_HEADER = 64;

/** The first arguments of all kernels that make vectors: pixels as they are. */
const source = async ({ pixels, values, room }: Arena, count: number) =>
  [
    await pixels(count * FEATURES),
    1,
    FEATURES,
    await values(new Float32Array(FEATURES).fill(1)),
    await values(new Float32Array(FEATURES)),
    room(8 * FEATURES),
    0,
    RBF,
    FACTOR,
    0,
    DEGREE,
  ] as const;

const members = ({ values }: Arena, count: number) => values(Int32Array.from({ length: count }, (_, i) => i));

const vectors = async (arena: Arena, count: number, lanes: number) => {
  const [blocks, offsets] = [arena.room(2 * count * FEATURES), arena.room(4 * count)];
  const out = [blocks, offsets, arena.room(4 * count)] as const;
  const args = [...(await source(arena, count)), await members(arena, count), count, lanes, ...out] as const;
  return { pack: command('packKernelVectors', inOnePiece(count / lanes), ...args), blocks, offsets };
};

export const svmCases: CasesOf<'packKernelVectors' | 'solveKernelPairs' | 'decideKernelPairs'> = {
  packKernelVectors: {
    size: '1,024 x 784 bytes',
    place: async (arena) => (await vectors(arena, VECTORS, 8)).pack,
  },
  solveKernelPairs: {
    size: 'one pair of 160 x 784 bytes',
    async place(arena) {
      const { values, room } = arena;
      const half = PAIR_SIZE / 2;
      const pair = [
        await members(arena, PAIR_SIZE),
        await values(new Float64Array(PAIR_SIZE).fill(1)),
        await values(Int32Array.of(0, half, half, half, 0)),
        1,
        await values(new Int32Array(2)),
        room(8 * PAIR_SIZE),
        room(32),
      ] as const;
      const stride = PAIR_SIZE + 8;
      const vectorBytes = UNITS * (4 * stride + 5 * ROWS_AT_ONCE);
      const rowBytes = 4 * stride * PAIR_SIZE;
      const bytes = WORKSPACE_HEADER + 64 * stride + 20 * ROWS_AT_ONCE + vectorBytes + rowBytes;
      const workspace = await values(new Uint8Array(bytes));
      const sizes = [bytes, 1, PAIR_SIZE, PAIR_SIZE, ROWS_AT_ONCE, 1e-3, Infinity, 1000] as const;
      const turns = { total: TURNS, grain: TURNS };
      return command(
        'solveKernelPairs',
        turns,
        ...(await source(arena, PAIR_SIZE)),
        ...pair,
        workspace,
        ...sizes,
      );
    },
  },
  decideKernelPairs: {
    size: '64 rows x 1,024 vectors of 784, four classes',
    async place(arena) {
      const [rows, supports] = [await vectors(arena, ROWS, 4), await vectors(arena, VECTORS, 8)];
      await arena.run(rows.pack, supports.pack);
      const pairCount = (CLASSES * (CLASSES - 1)) / 2;
      const starts = Int32Array.from({ length: CLASSES + 1 }, (_, i) => (i * VECTORS) / CLASSES);
      const rule = [
        await arena.values(starts),
        CLASSES,
        await arena.float32(VECTORS * WIDTH),
        WIDTH,
        await arena.float64(pairCount),
        arena.room(8 * ROWS * pairCount),
      ] as const;
      const kernel = [UNITS, 0, RBF, FACTOR, DEGREE] as const;
      const operands = [rows.blocks, rows.offsets, ROWS, supports.blocks, supports.offsets] as const;
      return command('decideKernelPairs', inOnePiece(ROWS / 16), ...operands, ...kernel, ...rule);
    },
  },
};
