import { type Command, command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const GROUPS = FEATURES / 16;
const ROWS = 1000;
const CLASSES = 10;
const SIZE = '1,000 x 784 bytes';
const FLOAT_SIZE = '1,000 x 784 floats';
const SCORE_SIZE = '10,000 rows';
const SCORE_ROWS = 10_000;
const ALL_BINS = 256;
const ENTRY_BYTES = 16;
const SCALE = 2 ** 20;
const DEPTH = 6;
const TREES = 20;

/** Images in groups of features. */
async function groupedImages({ pixels, room }: Arena): Promise<{ group: Command; bins: number }> {
  const bins = room(ROWS * FEATURES);
  const samples = await pixels(ROWS * FEATURES);
  return { group: command('groupBytes', inOnePiece(ROWS), samples, ROWS, FEATURES, bins), bins };
}

async function floatRows({ float32, values, room }: Arena) {
  const edges = Float64Array.from({ length: FEATURES * 32 }, (_, i) => ((i % 32) - 16) / 8);
  const starts = Int32Array.from({ length: FEATURES + 1 }, (_, i) => 32 * i);
  const samples = await float32(ROWS * FEATURES);
  return [
    samples,
    ROWS,
    FEATURES,
    await values(edges),
    await values(starts),
    room(4 * ROWS * FEATURES),
  ] as const;
}

/** A node of all rows, summed, and all it takes to search it. */
async function summedNode(arena: Arena) {
  const { float64, values, room, run } = arena;
  const [gradients, entries] = [await float64(ROWS), room(ENTRY_BYTES * ROWS)];
  const rows = await values(Int32Array.from({ length: ROWS }, (_, row) => row));
  const node = new Int32Array(20);
  node.set([rows, ROWS, entries, 0]);
  node[17] = -1;
  const nodes = await values(node);
  const sum = command('sumNodes', inOnePiece(1), nodes, gradients, gradients, 0, ROWS);
  await run(command('packEntries', inOnePiece(ROWS), gradients, 0, 0, ROWS, SCALE, SCALE, entries), sum);
  const masks = await values(new Uint8Array(2 * GROUPS).fill(255));
  return { nodes, masks, sum, rows, splits: room(32 * GROUPS) };
}

/** Full trees of some depth. */
async function trees({ values }: Arena, valueBytes: number) {
  const size = 2 ** (DEPTH + 1) - 1;
  const words = new Int32Array(4 * size * TREES);
  const doubles = new Float64Array(words.buffer);
  for (let node = 0; node < size * TREES; node++) {
    const inTree = node % size;
    const isLeaf = 2 * inTree + 1 >= size;
    words[4 * node] = valueBytes * ((node * 389) % FEATURES);
    words[4 * node + 1] = isLeaf ? 0 : node + inTree + 1;
    doubles[2 * node + 1] = isLeaf ? inTree : valueBytes === 1 ? (node * 7) % 200 : 0;
  }
  const roots = await values(Int32Array.from({ length: TREES }, (_, tree) => tree * size));
  const scores = await values(new Float64Array(CLASSES * ROWS));
  return [await values(words), roots, TREES, CLASSES, scores, ROWS] as const;
}

export const boostingCases: CasesOf<
  | 'groupBytes'
  | 'countBins'
  | 'mapBins'
  | 'binFloats'
  | 'rankFloats'
  | 'softmaxGradients'
  | 'packEntries'
  | 'sumNodes'
  | 'partitionRows'
  | 'findByteSplits'
  | 'findRankSplits'
  | 'addByteTrees'
  | 'addFloatTrees'
> = {
  groupBytes: { size: SIZE, place: async (arena) => (await groupedImages(arena)).group },
  countBins: {
    size: SIZE,
    async place(arena) {
      const { group, bins } = await groupedImages(arena);
      await arena.run(group);
      const { rows } = await summedNode(arena);
      const counts = arena.room(4 * ALL_BINS * FEATURES);
      return command('countBins', inOnePiece(GROUPS), bins, ROWS, rows, ROWS, counts);
    },
  },
  mapBins: {
    size: SIZE,
    async place(arena) {
      const { group, bins } = await groupedImages(arena);
      await arena.run(group);
      const tables = await arena.values(
        Uint8Array.from({ length: ALL_BINS * FEATURES }, (_, i) => i % ALL_BINS),
      );
      return command('mapBins', inOnePiece(GROUPS), bins, ROWS, tables);
    },
  },
  binFloats: {
    size: FLOAT_SIZE,
    place: async (arena) => command('binFloats', inOnePiece(GROUPS), ...(await floatRows(arena))),
  },
  rankFloats: {
    size: FLOAT_SIZE,
    place: async (arena) => command('rankFloats', inOnePiece(FEATURES), ...(await floatRows(arena))),
  },
  softmaxGradients: {
    size: `${SCORE_SIZE}, 10 classes`,
    async place({ float64, int32, room }) {
      const [scores, codes] = [await float64(SCORE_ROWS * CLASSES), await int32(SCORE_ROWS, CLASSES)];
      const cells = 8 * SCORE_ROWS * CLASSES;
      const written = [codes, room(cells), room(cells), room(8 * SCORE_ROWS)] as const;
      return command('softmaxGradients', inOnePiece(SCORE_ROWS), scores, SCORE_ROWS, CLASSES, ...written);
    },
  },
  packEntries: {
    size: '100,000 rows',
    async place({ float64, room }) {
      const [rows, gradients] = [100_000, await float64(100_000)];
      const entries = room(ENTRY_BYTES * rows);
      return command('packEntries', inOnePiece(rows), gradients, gradients, 0, rows, SCALE, SCALE, entries);
    },
  },
  sumNodes: { size: '1,000 rows', place: async (arena) => (await summedNode(arena)).sum },
  partitionRows: {
    size: '100,000 rows',
    async place({ pixels, values, room }) {
      const [rowCount, column, leftBin] = [100_000, 6, 60];
      const bins = await pixels(16 * rowCount);
      const rows = await values(Int32Array.from({ length: rowCount }, (_, row) => row));
      const placed = Int32Array.of(
        rows,
        rowCount,
        room(8 * rowCount),
        rowCount,
        bins + column,
        leftBin,
        0,
        0,
      );
      return command('partitionRows', inOnePiece(1), await values(placed), 1);
    },
  },
  findByteSplits: {
    size: SIZE,
    async place(arena) {
      const { group, bins } = await groupedImages(arena);
      await arena.run(group);
      const { nodes, masks, splits } = await summedNode(arena);
      const binCounts = await arena.values(new Int32Array(FEATURES).fill(ALL_BINS));
      const data = [bins, ROWS, binCounts, masks, GROUPS] as const;
      return command('findByteSplits', inOnePiece(GROUPS), nodes, 1, ...data, 1, 0, 0, splits);
    },
  },
  findRankSplits: {
    size: FLOAT_SIZE,
    async place(arena) {
      const floats = await floatRows(arena);
      await arena.run(command('rankFloats', inOnePiece(FEATURES), ...floats));
      const { nodes, masks, splits } = await summedNode(arena);
      const slotBytes = 64 * ENTRY_BYTES + 8;
      const slots = await arena.values(new Uint8Array(slotBytes * GROUPS));
      const data = [floats[5], ROWS, FEATURES, masks, GROUPS, 1, 0, 0] as const;
      return command('findRankSplits', inOnePiece(GROUPS), nodes, 1, ...data, slots, slotBytes, 64, splits);
    },
  },
  addByteTrees: {
    size: '1,000 rows, 20 trees',
    async place(arena) {
      const data = await arena.pixels(ROWS * FEATURES);
      return command('addByteTrees', inOnePiece(ROWS), data, FEATURES, ...(await trees(arena, 1)));
    },
  },
  addFloatTrees: {
    size: '1,000 rows, 20 trees',
    async place(arena) {
      const data = await arena.float32(ROWS * FEATURES);
      return command('addFloatTrees', inOnePiece(ROWS), data, 4 * FEATURES, ...(await trees(arena, 4)));
    },
  },
};
