import { type Command, command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { countingSort } from './counting-sort.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';
import { neighborLists } from './neighbor-lists.ts';

const ROWS = 5000;
const NEIGHBORS = 90;
const PERPLEXITY = 30;
const EDGES = ROWS * NEIGHBORS;
const SIZE = '5,000 x 90 neighbours';

/** The commands that make joint affinities, in order. */
interface AffinityCommands {
  readonly affinities: Command;
  /** Sorts edges by the neighbour that they lead to. */
  readonly sort: readonly Command[];
  readonly lengths: Command;
  readonly starts: Command;
  readonly symmetric: Command;
}

async function affinityCommands(arena: Arena): Promise<AffinityCommands> {
  const listed = await neighborLists(arena, ROWS, NEIGHBORS + 1);
  const [indices, weights] = [arena.room(4 * EDGES), arena.room(4 * EDGES)];
  const [lengths, rowStarts] = [arena.room(4 * ROWS), arena.room(4 * (ROWS + 1))];
  const [columns, values] = [arena.room(16 * EDGES), arena.room(16 * EDGES)];
  const sort = countingSort(arena, indices, EDGES, ROWS);
  const [order, starts] = [sort.orderPointer, sort.startsPointer];
  const rows = inOnePiece(ROWS);
  const same = await arena.values(Int32Array.from({ length: ROWS }, (_, i) => i));
  const lists = [listed.indices, listed.distances, NEIGHBORS, 1, PERPLEXITY, NEIGHBORS] as const;
  const edges = [indices, weights, NEIGHBORS, 1 / (2 * ROWS), order, starts] as const;
  return {
    affinities: command('tsneAffinities', rows, ...lists, same, same, indices, weights),
    sort: [sort.count, sort.start, sort.order],
    lengths: command('tsneRowLengths', rows, indices, NEIGHBORS, order, starts, lengths),
    starts: singleCommand('tsneRowStarts', lengths, ROWS, rowStarts),
    symmetric: command('tsneSymmetricRows', rows, ...edges, rowStarts, columns, values),
  };
}

export const tsneAffinityCases: CasesOf<
  'tsneAffinities' | 'tsneRowLengths' | 'tsneRowStarts' | 'tsneSymmetricRows'
> = {
  tsneAffinities: { size: SIZE, place: async (arena) => (await affinityCommands(arena)).affinities },
  tsneRowLengths: {
    size: SIZE,
    async place(arena) {
      const { affinities, sort, lengths } = await affinityCommands(arena);
      await arena.run(affinities, ...sort);
      return lengths;
    },
  },
  tsneRowStarts: {
    size: '70,000 rows',
    place: async ({ int32, room }) =>
      singleCommand('tsneRowStarts', await int32(70_000, 180), 70_000, room(4 * 70_001)),
  },
  tsneSymmetricRows: {
    size: SIZE,
    async place(arena) {
      const { affinities, sort, lengths, starts, symmetric } = await affinityCommands(arena);
      await arena.run(affinities, ...sort, lengths, starts);
      return symmetric;
    },
  },
};
