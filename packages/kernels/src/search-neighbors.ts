import { createCheckpoint, reportProgress } from '@fashion-mnist/core';
import { CandidateQueue } from './candidate-queue.ts';
import { CoarseFilter, QUERY_BLOCK } from './coarse-filter.ts';
import type { Coordinates } from './lower-bound-space.ts';
import { NeighborList } from './neighbor-list.ts';
import type { Neighbors } from './neighbors.ts';
import { LANES, rowDistances } from './row-distances.ts';
import type { LongRun, SampleMatrix } from './samples.ts';

/** Samples with their coordinates in the space of lower bounds. */
export interface BoundedSamples {
  readonly matrix: SampleMatrix;
  readonly coordinates: Coordinates;
}

/** Bounds are stored in float32: their rounding, as a share of the greatest distance from the centre, with a margin. */
const ROUNDING = 2e-5;

/** The exact nearest references of every query: bound coarsely, bound finely, verify. */
export async function searchNeighbors(
  queries: BoundedSamples,
  references: BoundedSamples,
  neighborCount: number,
  { signal, onProgress }: LongRun,
): Promise<Neighbors> {
  const queryCount = queries.matrix.sampleCount;
  const indices = new Int32Array(queryCount * neighborCount);
  const distances = new Float32Array(queryCount * neighborCount);
  const checkpoint = createCheckpoint(signal);
  const filter = new CoarseFilter(references.coordinates.coarse, references.matrix.sampleCount);
  const findNeighbors = createFinder(queries, references, neighborCount);

  for (let first = 0; first < queryCount; first += QUERY_BLOCK) {
    await checkpoint();
    filter.boundBlock(queries.coordinates.coarse, first);
    const last = Math.min(first + QUERY_BLOCK, queryCount);
    for (let query = first; query < last; query++) {
      const nearest = findNeighbors(query, filter.boundsOf(query - first));
      indices.set(nearest.indices, query * neighborCount);
      distances.set(nearest.squaredDistances.map(Math.sqrt), query * neighborCount);
    }
    reportProgress(onProgress, { stage: 'search', completed: last, total: queryCount, unit: 'queries' });
  }
  const shape = [queryCount, neighborCount];
  return { indices: { data: indices, shape }, distances: { data: distances, shape } };
}

function createFinder(queries: BoundedSamples, references: BoundedSamples, neighborCount: number) {
  const referenceCount = references.matrix.sampleCount;
  const radius = Math.max(queries.coordinates.radius, references.coordinates.radius);
  const exact = rowDistances(queries.matrix, references.matrix);
  const nearest = new NeighborList(neighborCount);
  const promising = new NeighborList(Math.min(2 * neighborCount + 8, referenceCount));
  const candidates = new CandidateQueue(referenceCount, 5 * radius * radius);
  const rows = new Int32Array(referenceCount + LANES);
  const width = references.coordinates.fine.length / referenceCount;
  const four = new Float64Array(LANES);

  /** No reference whose bound exceeds this can be among the nearest. */
  const cutoff = () => (Math.sqrt(nearest.limit) + ROUNDING * radius) ** 2;

  /** Takes the true distances of `rows[start..end)`, at most four. */
  function verify(start: number, end: number): void {
    for (let lane = end; lane < start + LANES; lane++) rows[lane] = rows[start]!;
    exact.measure(rows, start, four);
    for (let at = start; at < end; at++) nearest.insert(rows[at]!, four[at - start]!);
  }

  /** The references with the least coarse bounds give a first cutoff, near the final one. */
  function seed(bounds: Float32Array): void {
    nearest.clear();
    promising.clear();
    for (let reference = 0; reference < referenceCount; reference++) {
      if (bounds[reference]! <= promising.limit) promising.insert(reference, bounds[reference]!);
    }
    rows.set(promising.indices);
    for (const reference of promising.indices) bounds[reference] = Infinity;
    for (let start = 0; start < promising.count; start += LANES) {
      verify(start, Math.min(start + LANES, promising.count));
    }
  }

  /** The references that both bounds leave over, nearest bound first. */
  function refine(query: number, bounds: Float32Array): void {
    const limit = cutoff();
    candidates.clear();
    for (let reference = 0; reference < referenceCount; reference++) {
      if (!(bounds[reference]! <= limit)) continue;
      const bound = squaredDistance(
        queries.coordinates.fine,
        query,
        references.coordinates.fine,
        reference,
        width,
      );
      if (bound <= limit) candidates.push(reference, bound);
    }
    candidates.sort();
  }

  return function findNeighbors(query: number, bounds: Float32Array): NeighborList {
    exact.setQuery(query);
    seed(bounds);
    refine(query, bounds);
    for (let start = 0; start < candidates.count; start += LANES) {
      if (candidates.boundOf(start) > cutoff()) break;
      const end = Math.min(start + LANES, candidates.count);
      for (let at = start; at < end; at++) rows[at] = candidates.referenceOf(at);
      verify(start, end);
    }
    return nearest;
  };
}

function squaredDistance(
  a: Float32Array,
  rowOfA: number,
  b: Float32Array,
  rowOfB: number,
  width: number,
): number {
  const from = rowOfA * width,
    to = rowOfB * width;
  let sum = 0;
  for (let i = 0; i < width; i++) {
    const difference = a[from + i]! - b[to + i]!;
    sum += difference * difference;
  }
  return sum;
}
