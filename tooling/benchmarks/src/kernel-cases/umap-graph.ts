import { type Command, command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { countingSort } from './counting-sort.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';
import { neighborLists } from './neighbor-lists.ts';

const ROWS = 20_000;
const NEIGHBORS = 15;
const EDGES = ROWS * NEIGHBORS;
/** Both directions of each edge, and what fills rows up. */
const MOST_ENTRIES = 2 * EDGES + 4 * ROWS;
const SIZE = '20,000 x 15 neighbours';
const MEAN_DISTANCE = 1000;

/** The commands that make a fuzzy graph, and where its rows lie. */
export interface FuzzyGraph {
  readonly rowCount: number;
  readonly mostEntries: number;
  readonly rowStarts: number;
  readonly columns: number;
  readonly values: number;
  readonly memberships: Command;
  /** What comes between memberships and their union. */
  readonly transpose: readonly Command[];
  readonly union: Command;
}

async function fuzzyGraph(arena: Arena): Promise<FuzzyGraph> {
  const { room } = arena;
  const listed = await neighborLists(arena, ROWS, NEIGHBORS);
  const [indices, weights] = [room(4 * EDGES), room(4 * EDGES)];
  const [lengths, rowStarts] = [room(4 * ROWS), room(4 * (ROWS + 1))];
  const [columns, values] = [room(4 * MOST_ENTRIES), room(4 * MOST_ENTRIES)];
  const sort = countingSort(arena, indices, EDGES, ROWS);
  const { orderPointer: order, startsPointer: starts } = sort;
  const rows = inOnePiece(ROWS);
  const lists = [listed.indices, listed.distances, NEIGHBORS, 0, MEAN_DISTANCE] as const;
  const edges = [indices, weights, NEIGHBORS, order, starts] as const;
  return {
    rowCount: ROWS,
    mostEntries: MOST_ENTRIES,
    rowStarts,
    columns,
    values,
    memberships: command('umapMemberships', rows, ...lists, indices, weights),
    transpose: [
      sort.count,
      sort.start,
      sort.order,
      command('tsneRowLengths', rows, indices, NEIGHBORS, order, starts, lengths),
      singleCommand('tsneRowStarts', lengths, ROWS, rowStarts),
    ],
    union: command('umapUnionRows', rows, ...edges, rowStarts, columns, values),
  };
}

/** The fuzzy graph itself. */
export async function unitedGraph(arena: Arena): Promise<FuzzyGraph> {
  const graph = await fuzzyGraph(arena);
  await arena.run(graph.memberships, ...graph.transpose, graph.union);
  return graph;
}

export const umapGraphCases: CasesOf<
  | 'umapMemberships'
  | 'umapUnionRows'
  | 'umapIntersectLabels'
  | 'umapReunite'
  | 'umapRowScales'
  | 'umapDiffuse'
  | 'umapLargest'
> = {
  umapMemberships: { size: SIZE, place: async (arena) => (await fuzzyGraph(arena)).memberships },
  umapUnionRows: {
    size: SIZE,
    async place(arena) {
      const { memberships, transpose, union } = await fuzzyGraph(arena);
      await arena.run(memberships, ...transpose);
      return union;
    },
  },
  umapIntersectLabels: {
    size: SIZE,
    async place(arena) {
      const { rowStarts, columns, values } = await unitedGraph(arena);
      const labels = await arena.int32(ROWS, 10);
      return command('umapIntersectLabels', inOnePiece(ROWS), rowStarts, columns, values, labels, 5, 1);
    },
  },
  umapReunite: {
    size: SIZE,
    async place(arena) {
      const { rowStarts, columns, values } = await unitedGraph(arena);
      const united = arena.room(4 * MOST_ENTRIES);
      return command('umapReunite', inOnePiece(ROWS), rowStarts, columns, values, united);
    },
  },
  umapRowScales: {
    size: SIZE,
    async place(arena) {
      const { rowStarts, values } = await unitedGraph(arena);
      return command('umapRowScales', inOnePiece(ROWS), rowStarts, values, arena.room(8 * ROWS));
    },
  },
  umapDiffuse: {
    size: `${SIZE}, 8 vectors`,
    async place(arena) {
      const { rowStarts, columns, values } = await unitedGraph(arena);
      const vectors = [await arena.float64(8 * ROWS), arena.room(8 * 8 * ROWS)] as const;
      const args = [rowStarts, columns, values, await arena.float64(ROWS), ROWS, 8, ...vectors] as const;
      return command('umapDiffuse', inOnePiece(ROWS), ...args);
    },
  },
  umapLargest: {
    size: '1.5 million numbers',
    place: async ({ uniform, room }) =>
      command('umapLargest', inOnePiece(1_500_000), await uniform(1_500_000, 1), room(4), 1_500_000),
  },
};
