import { reportProgress } from '@fashion-mnist/core';
import { type Command, command } from '../../compute/command.ts';
import type { Region, WorkerPool } from '../../pool/worker-pool.ts';
import { place } from '../../products/place.ts';
import type { LongRun, SampleMatrix } from '../../samples.ts';
import { COORDINATES_BYTES, treeSplits } from '../balanced-tree.ts';
import { type SampleKind, sampleBytes } from '../sample-kind.ts';
import type { SumSpace } from './sum-space.ts';
import { wholeWeights } from './whole-weights.ts';

/** A sum space in the memory of a pool. */
export interface PlacedSumSpace {
  readonly space: SumSpace;
  readonly kind: SampleKind;
  readonly featureCount: number;
  readonly weights: number;
  readonly weights16: number;
  readonly steps: number;
  readonly members: number;
  readonly fineStarts: number;
  readonly coarseOf: number;
  readonly roughOf: number;
  readonly centre: number;
}

/** Samples and their sums in the memory of a pool. */
interface PlacedSums {
  readonly samples: number;
  readonly fine: number;
  readonly coarse: number;
  /** `[sampleCount, 2]` float32. */
  readonly errors: number;
}

/** The same in the order of a tree: those close in memory are close in space. */
export interface OrderedSums extends PlacedSums {
  readonly sampleCount: number;
  /** `[sampleCount]` int32: where each sample was before. */
  readonly order: number;
}

const SAMPLE_GRAIN = 256;
const ERRORS_BYTES = 8;

export async function placeSumSpace(
  pool: WorkerPool,
  region: Region,
  space: SumSpace,
  kind: SampleKind,
): Promise<PlacedSumSpace> {
  const { groups, centre, weights } = space;
  const { steps, inSteps } = wholeWeights(weights);
  const [weightsAt, weights16] = await place(pool, region, [weights, inSteps]);
  const [members, fineStarts, coarseOf, roughOf, centreAt] = await place(pool, region, [
    groups.members,
    groups.fineStarts,
    groups.coarseOf,
    groups.roughOf,
    centre,
  ]);
  return {
    space,
    kind,
    featureCount: weights.length,
    weights: weightsAt,
    weights16,
    steps,
    members,
    fineStarts,
    coarseOf,
    roughOf,
    centre: centreAt,
  };
}

/**
 * Copies samples to a pool, sums their groups of features, and orders them by a tree.
 *
 * @param region - Where they stay; what else is needed is given back.
 */
export async function orderSums(
  pool: WorkerPool,
  region: Region,
  matrix: SampleMatrix,
  placed: PlacedSumSpace,
  { signal, onProgress }: LongRun,
): Promise<OrderedSums> {
  const { sampleCount: total, data } = matrix;
  const { groups } = placed.space;
  const rowBytes: PlacedSums = {
    samples: sampleBytes(placed.kind, placed.featureCount),
    fine: sumBytes(groups.fineCount),
    coarse: sumBytes(groups.coarseCount),
    errors: ERRORS_BYTES,
  };
  const work = { total, grain: SAMPLE_GRAIN };
  const report = (completed: number) =>
    reportProgress(onProgress, { stage: 'project', completed, total, unit: 'samples' });
  const unordered = pool.region();
  try {
    const numbers = Int32Array.from({ length: total }, (_, sample) => sample);
    const [order] = await place(pool, region, [numbers]);
    const [samples] = await place(pool, unordered, [data]);
    const sums = { ...roomFor(unordered, total, rowBytes), samples };
    const [coordinates, keys] = [unordered.alloc(total * COORDINATES_BYTES), unordered.alloc(total * 4)];
    const summing = sumCommand(placed, sums, total);
    const { coarse } = sums;
    const placing = command(
      'roughCoordinates',
      ...([work, coarse, groups.coarseCount, placed.roughOf, coordinates] as const),
    );
    await pool.submit([summing, placing, ...treeSplits(coordinates, order, keys, total)], {
      signal,
      onItems: report,
    });
    report(total);
    const ordered = { ...roomFor(region, total, rowBytes), samples: region.alloc(total * rowBytes.samples) };
    await pool.submit(gathering(sums, ordered, rowBytes, order, total), { signal });
    return { ...ordered, order, sampleCount: total };
  } finally {
    unordered.release();
  }
}

/** Where sums go; the samples have their own place. */
function roomFor(region: Region, sampleCount: number, rowBytes: PlacedSums): Omit<PlacedSums, 'samples'> {
  return {
    fine: region.alloc(sampleCount * rowBytes.fine),
    coarse: region.alloc(sampleCount * rowBytes.coarse),
    errors: region.alloc(sampleCount * rowBytes.errors),
  };
}

function sumCommand(
  placed: PlacedSumSpace,
  { samples, fine, coarse, errors }: PlacedSums,
  total: number,
): Command {
  const { kind, featureCount, weights, members, fineStarts, coarseOf, centre, space } = placed;
  const { groups, unit } = space;
  return command(
    'sumGroups',
    { total, grain: SAMPLE_GRAIN },
    ...([samples, kind, featureCount, weights] as const),
    ...([members, fineStarts, groups.fineCount, coarseOf, groups.coarseCount, centre, unit] as const),
    ...([fine, coarse, errors] as const),
  );
}

function gathering(
  from: PlacedSums,
  to: PlacedSums,
  rowBytes: PlacedSums,
  order: number,
  total: number,
): Command[] {
  const names = ['samples', 'fine', 'coarse', 'errors'] as const;
  return names.map((name) =>
    command('gatherRows', { total, grain: SAMPLE_GRAIN }, from[name], order, rowBytes[name], to[name]),
  );
}

/** Bytes of a row of so many sums. */
function sumBytes(groupCount: number): number {
  return Math.ceil(groupCount / 8) * 16;
}
