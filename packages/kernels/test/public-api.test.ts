import * as kernels from '@fashion-mnist/kernels';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(kernels).toSorted()).toEqual([
    'KernelsError',
    'LINEAR_LOSSES',
    'command',
    'covariance',
    'createInlinePool',
    'createJoinedTeam',
    'createManhattanIndex',
    'createMinkowskiIndex',
    'createNeighborIndex',
    'createWorkerPool',
    'exactNeighbors',
    'matmul',
    'nearestPairs',
    'openPool',
    'pairwiseSquaredDistances',
    'principalComponents',
    'projectOnto',
    'reconstructFrom',
    'serveWorker',
    'singleCommand',
    'withPool',
  ]);
});
