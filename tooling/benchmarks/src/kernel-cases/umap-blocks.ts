import { command } from '@fashion-mnist/kernels';
import { type CasesOf, inOnePiece } from './kernel-case.ts';
import { unitedGraph } from './umap-graph.ts';

const POINTS = 70_000;
const BLOCKS = 16;
const EDGES = 500_000;
const SIZE = '70,000 points';

const inOrder = () => Int32Array.from({ length: POINTS }, (_, i) => i);

export const umapBlockCases: CasesOf<
  | 'umapHalve'
  | 'umapAssignBlocks'
  | 'umapBucketEdges'
  | 'umapGatherEdges'
  | 'umapInvert'
  | 'umapGatherPoints'
  | 'umapCopyPoints'
> = {
  umapHalve: {
    size: SIZE,
    place: async ({ uniform, values }) =>
      command(
        'umapHalve',
        inOnePiece(1),
        await uniform(2 * POINTS, 20),
        await values(inOrder()),
        POINTS,
        1,
        0,
      ),
  },
  umapAssignBlocks: {
    size: SIZE,
    place: async ({ values, room }) =>
      command(
        'umapAssignBlocks',
        inOnePiece(BLOCKS),
        await values(inOrder()),
        POINTS,
        BLOCKS,
        room(4 * POINTS),
      ),
  },
  umapBucketEdges: {
    size: '20,000 x 15 neighbours, both directions',
    async place(arena) {
      const { rowCount, mostEntries, rowStarts, columns, values } = await unitedGraph(arena);
      const blocks = await arena.int32(rowCount, BLOCKS);
      const results = [arena.room(4 * mostEntries), arena.room(4 * mostEntries)] as const;
      const args = [rowStarts, columns, values, blocks, BLOCKS, 0.01, ...results] as const;
      return command('umapBucketEdges', inOnePiece(rowCount), ...args);
    },
  },
  umapGatherEdges: {
    size: '500,000 edges',
    async place({ int32, uniform, room }) {
      const entries = [
        await int32(EDGES, POINTS),
        await int32(EDGES, POINTS),
        await uniform(EDGES, 1),
      ] as const;
      const results = [room(4 * EDGES), room(4 * EDGES), room(4 * EDGES)] as const;
      const args = [
        await int32(EDGES, EDGES),
        ...entries,
        await int32(POINTS, POINTS),
        1,
        ...results,
      ] as const;
      return command('umapGatherEdges', inOnePiece(EDGES), ...args);
    },
  },
  umapInvert: {
    size: SIZE,
    place: async ({ values, room }) =>
      command('umapInvert', inOnePiece(POINTS), await values(inOrder().toReversed()), room(4 * POINTS)),
  },
  umapGatherPoints: {
    size: SIZE,
    async place({ uniform, int32, room }) {
      const args = [await uniform(2 * POINTS, 20), await int32(POINTS, POINTS), room(8 * POINTS)] as const;
      return command('umapGatherPoints', inOnePiece(POINTS), ...args);
    },
  },
  umapCopyPoints: {
    size: SIZE,
    place: async ({ uniform, room }) =>
      command('umapCopyPoints', inOnePiece(POINTS), await uniform(2 * POINTS, 20), room(8 * POINTS)),
  },
};
