import { type Command, command, type Region } from '@fashion-mnist/kernels';
import { paddedWidth, type SampleArguments } from './placed-features.ts';

/** Some samples as rows of features in the memory of a pool. */
export interface PreparedRows {
  /** What makes the rows; until then they are those of another chunk. */
  readonly prepare: Command;
  readonly rows: number;
  readonly first: number;
  readonly count: number;
}

const ROWS_PER_PIECE = 32;
/** Few enough to stay in a processor's cache. */
const CHUNK_BYTES = 2 ** 21;

/** The samples of an order in chunks, which all take their turn in the same room. */
export function prepareInChunks(
  region: Region,
  samples: SampleArguments,
  order: number,
  sampleCount: number,
): PreparedRows[] {
  const rowBytes = 4 * paddedWidth(samples[2]);
  const most = Math.min(sampleCount, Math.max(1, Math.floor(CHUNK_BYTES / rowBytes)));
  const rows = region.alloc(most * rowBytes);
  return Array.from({ length: Math.ceil(sampleCount / most) }, (_, chunk) => {
    const first = chunk * most;
    const count = Math.min(most, sampleCount - first);
    const work = { total: count, grain: ROWS_PER_PIECE };
    return { prepare: command('prepareRows', work, ...samples, order + 4 * first, rows), rows, first, count };
  });
}
