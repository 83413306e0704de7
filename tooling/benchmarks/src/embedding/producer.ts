import { writeFile } from 'node:fs/promises';
import type { Projection } from '@fashion-mnist/visualize';
import type { AbsentContender, Contender } from '../runner/benchmark.ts';

/** A contender that leaves its last result, a map or a graph, as plain numbers in a file. */
export interface Producer {
  readonly contender: Contender | AbsentContender;
  readonly path: string;
}

/** A function that writes the coordinates of projections to a file. */
export function mapWriter(path: string): (projection: Pick<Projection, 'coordinates'>) => Promise<void> {
  return ({ coordinates }) => writeFile(path, coordinates.data);
}
