import { type Command, command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const ROWS = 1000;
const CLASSES = 10;
const TREES = 4;
const SIZE = `${ROWS.toLocaleString('en')} x ${FEATURES} bytes`;
const UNLIMITED = 2 ** 31 - 1;
const SLICES = 16;

/** Pixels row by row and column by column, and what they stand for. */
async function codes({ pixels, room, values, run }: Arena) {
  const [rows, columns] = [await pixels(ROWS * FEATURES), room(ROWS * FEATURES)];
  const table = await values(Float32Array.from({ length: 256 * FEATURES }, (_, i) => i % 256));
  const transpose = command(
    'transposeCodes',
    inOnePiece(Math.ceil(FEATURES / 32)),
    rows,
    ROWS,
    FEATURES,
    columns,
  );
  await run(transpose);
  return { rows, columns, table, transpose };
}

/** What drawing the samples of some trees writes. */
async function drawing({ int32, values, room }: Arena, treeCount: number) {
  const [seeds, labels] = [await int32(2 * treeCount, 1_000_000), await int32(ROWS, CLASSES)];
  const weights = await values(new Float64Array(ROWS).fill(1));
  const each = treeCount * ROWS;
  const [counts, treeWeights, samples] = [room(4 * each), room(8 * each), room(8 * each)];
  const [roots, totals] = [room(16 * treeCount), room(8 * treeCount)];
  const given = [seeds, ROWS, ROWS, labels, weights, CLASSES, 0, 1] as const;
  const written = [counts, treeWeights, samples, roots, totals] as const;
  const draw = command('drawSamples', inOnePiece(treeCount), ...given, ...written);
  return { draw, treeWeights, samples, roots, totals };
}

const squares = ({ values }: Arena) => values(Float64Array.from({ length: ROWS + 1 }, (_, n) => n * n));

/** One node of all rows: the search for its split in slices, and the partition. */
async function rootSplit(arena: Arena): Promise<{ search: Command; apply: Command }> {
  const { rows, columns, table } = await codes(arena);
  const { draw, treeWeights, samples, roots, totals } = await drawing(arena, 1);
  await arena.run(draw);
  const [splits, orders, results] = [
    arena.room(24 * SLICES),
    arena.room(4 * FEATURES * SLICES),
    arena.room(24),
  ];
  const data = [rows, columns, table, ROWS, FEATURES] as const;
  const rules = [0, 0, UNLIMITED, 2, 1, 0, FEATURES, await squares(arena)] as const;
  const search = command(
    'searchSplits',
    inOnePiece(SLICES),
    ...data,
    CLASSES,
    ...rules,
    ...([treeWeights, totals, samples, orders, 0, ROWS, roots, SLICES, splits] as const),
  );
  const room = [samples, arena.room(8 * ROWS), roots, splits, SLICES, results] as const;
  return { search, apply: command('applySplits', inOnePiece(1), ...data, 0, ...room) };
}

async function forest(arena: Arena): Promise<Command> {
  const { rows, columns, table } = await codes(arena);
  const { draw, treeWeights, samples, roots, totals } = await drawing(arena, TREES);
  await arena.run(draw);
  const { room } = arena;
  const each = TREES * ROWS;
  const rules = [0, 0, UNLIMITED, 2, 1, 0, 28, await squares(arena)] as const;
  return command(
    'growTrees',
    inOnePiece(TREES),
    ...([rows, columns, table, ROWS, FEATURES, CLASSES] as const),
    ...rules,
    ...([treeWeights, totals, samples, room(4 * TREES * FEATURES), 0, roots] as const),
    ...([room(8 * each), room(20 * each), room(8 * each), room(16 * each)] as const),
    ...([room(8 * each * CLASSES), room(4 * each), room(8 * TREES)] as const),
  );
}

/** Full trees of 12 levels that ask for pixels at random. */
async function votes(arena: Arena, areBytes: boolean): Promise<Command> {
  const levels = 12;
  const nodeCount = 2 ** (levels + 1) - 1;
  const samples = areBytes ? await arena.pixels(ROWS * FEATURES) : await arena.uniform(ROWS * FEATURES, 256);
  const words = new Int32Array(3 * nodeCount);
  let leaf = 0;
  const place = (node: number, level: number): number => {
    const isLeaf = level === levels;
    words[3 * node] = isLeaf ? -1 : (node * 977) % FEATURES;
    new Float32Array(words.buffer)[3 * node + 1] = isLeaf ? 0 : (node * 31) % 200;
    if (isLeaf) {
      words[3 * node + 2] = leaf++;
      return node + 1;
    }
    const right = place(node + 1, level + 1);
    words[3 * node + 2] = right;
    return place(right, level + 1);
  };
  place(0, 0);
  const nodes = await arena.values(words);
  const starts = await arena.values(new Int32Array(TREES));
  const shares = await arena.float64(leaf * CLASSES);
  const sums = await arena.float64(ROWS * CLASSES);
  const args = [samples, ROWS, FEATURES, nodes, starts, TREES, shares, CLASSES, 0, sums] as const;
  return command(areBytes ? 'addVotesOfBytes' : 'addVotesOfFloats', inOnePiece(ROWS), ...args);
}

export const treesCases: CasesOf<
  | 'transposeCodes'
  | 'codeFloats'
  | 'orderFloats'
  | 'drawSamples'
  | 'searchSplits'
  | 'applySplits'
  | 'growTrees'
  | 'addVotesOfFloats'
  | 'addVotesOfBytes'
> = {
  transposeCodes: { size: SIZE, place: async (arena) => (await codes(arena)).transpose },
  codeFloats: {
    size: `${ROWS.toLocaleString('en')} x ${FEATURES} floats of 200 values`,
    async place({ values, room }) {
      const floats = await values(Float32Array.from({ length: ROWS * FEATURES }, (_, i) => (i * 7919) % 200));
      const [rows, columns] = [room(ROWS * FEATURES), room(ROWS * FEATURES)];
      const written = [rows, columns, room(1024 * FEATURES + 4), room(4 * FEATURES)] as const;
      return command('codeFloats', inOnePiece(FEATURES), floats, ROWS, FEATURES, ...written);
    },
  },
  orderFloats: {
    size: `${ROWS.toLocaleString('en')} x ${FEATURES} floats`,
    async place({ float32, room }) {
      const [floats, columns] = [await float32(ROWS * FEATURES), room(4 * ROWS * FEATURES)];
      return command('orderFloats', inOnePiece(FEATURES), floats, ROWS, FEATURES, columns);
    },
  },
  drawSamples: {
    size: `${TREES} trees of ${ROWS.toLocaleString('en')} rows`,
    place: async (arena) => (await drawing(arena, TREES)).draw,
  },
  searchSplits: { size: SIZE, place: async (arena) => (await rootSplit(arena)).search },
  applySplits: {
    size: `${ROWS.toLocaleString('en')} samples`,
    async place(arena) {
      const { search, apply } = await rootSplit(arena);
      await arena.run(search);
      return apply;
    },
  },
  growTrees: { size: `${TREES} trees, ${SIZE}`, place: forest },
  addVotesOfFloats: {
    size: `${TREES} trees, ${ROWS.toLocaleString('en')} x ${FEATURES} floats`,
    place: (arena) => votes(arena, false),
  },
  addVotesOfBytes: { size: `${TREES} trees, ${SIZE}`, place: (arena) => votes(arena, true) },
};
