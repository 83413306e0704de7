import { ndArray, sampleShape } from '@fashion-mnist/core';
import {
  createNeighborIndex,
  type NeighborIndex,
  type Samples,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { mergeNearest, type NearestImages } from './nearest.ts';

/** Rows that arrive little by little, searched exactly as far as they have come. */
export interface GrowingIndex {
  /** The rows `first..first + count - 1` are there now. */
  add(first: number, count: number): void;
  /**
   * @param query - Shape `[1, ...]`, of the rows' type.
   * @returns At most `k`, by their numbers among the rows.
   */
  nearest(query: Samples, k: number, signal?: AbortSignal): Promise<NearestImages>;
  /** One index over all that has come. */
  whole<T>(use: (index: NeighborIndex) => Promise<T>): Promise<T>;
  /** Waits for searches that are under way. */
  dispose(): Promise<void>;
}

interface Segment {
  /** Ascending. */
  readonly rows: Uint32Array;
  readonly index: NeighborIndex;
}

/**
 * A few indices over parts of the rows, made when they are first asked: one for what has come since, joined with those
 * before it that are not twice as large. So a row is prepared a logarithmic number of times.
 *
 * @param samples - Shape `[count, ...]`; read as far as rows have been added.
 * @see O'Neil et al. 1996, "The log-structured merge-tree"
 */
export function createGrowingIndex(samples: Samples, pool: WorkerPool): GrowingIndex {
  const segments: Segment[] = [];
  const isKnown = new Uint8Array(sampleShape(samples).sampleCount);
  let added: number[] = [];
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function takeIn(isJoined: (segment: Segment, rowCount: number) => boolean): Promise<void> {
    for (let segment = segments.at(-1); segment !== undefined; segment = segments.at(-1)) {
      if (!isJoined(segment, added.length)) break;
      segments.pop();
      added = [...added, ...segment.rows];
      await segment.index.dispose();
    }
    if (added.length === 0) return;
    const taken = added.length;
    const rows = Uint32Array.from(added).toSorted();
    segments.push({ rows, index: await createNeighborIndex(rowsOf(samples, rows), { pool }) });
    added = added.slice(taken);
  }

  return {
    add(first, count) {
      for (let row = first; row < first + count; row++) {
        if (isKnown[row] === 0) added.push(row);
        isKnown[row] = 1;
      }
    },
    nearest: (query, k, signal) =>
      inTurn(async () => {
        signal?.throwIfAborted();
        await takeIn((segment, rowCount) => rowCount > 0 && segment.rows.length < 2 * rowCount);
        return mergeNearest(await Promise.all(segments.map((segment) => nearestIn(segment, query, k))), k);
      }),
    whole: (use) =>
      inTurn(async () => {
        await takeIn((_, rowCount) => segments.length > 1 || rowCount > 0);
        const [segment] = segments;
        if (segment === undefined) throw new RangeError('Expected images to compare, got none.');
        return use(segment.index);
      }),
    dispose: () =>
      inTurn(async () => {
        await Promise.all(segments.splice(0).map(({ index }) => index.dispose()));
      }),
  };
}

async function nearestIn({ rows, index }: Segment, query: Samples, k: number): Promise<NearestImages> {
  const { indices, distances } = await index.search(query, { neighborCount: Math.min(k, rows.length) });
  return { ids: Uint32Array.from(indices.data, (at) => rows[at] ?? 0), distances: distances.data };
}

/** The memory itself where the rows follow each other, else a copy. */
function rowsOf(samples: Samples, rows: Uint32Array): Samples {
  const { data } = samples;
  const [first = 0] = rows;
  const { featureCount } = sampleShape(samples);
  const shape = [rows.length, featureCount];
  if (rows.at(-1) === first + rows.length - 1) {
    return ndArray(data.subarray(first * featureCount, (first + rows.length) * featureCount), shape);
  }
  const length = rows.length * featureCount;
  const gathered = data instanceof Float32Array ? new Float32Array(length) : new Uint8Array(length);
  rows.forEach((row, to) => {
    gathered.set(data.subarray(row * featureCount, (row + 1) * featureCount), to * featureCount);
  });
  return ndArray(gathered, shape);
}
