import { command, type PoolArray, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import type { KernelSpace } from './kernel-space.ts';

/** Samples in the memory of a pool, and how they become vectors. */
export interface PlacedSamples {
  readonly space: KernelSpace;
  readonly unitCount: number;
  /** The first arguments of every kernel that makes vectors. */
  readonly source: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
}

/** Vectors in the memory of a pool. */
export interface PoolVectors {
  readonly count: number;
  readonly blocks: number;
  readonly offsets: number;
}

/** Vectors of a block: a quad is multiplied with a panel. */
export const QUAD = 4;
export const PANEL = 8;

const GRAIN_VECTORS = 64;

/** Copies an array to the memory of a pool. @returns where it is. */
export async function place(pool: WorkerPool, region: Region, values: PoolArray): Promise<number> {
  const pointer = region.alloc(values.byteLength);
  await pool.write(pointer, values);
  return pointer;
}

export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  space: KernelSpace,
  { data, featureCount }: Pick<FeatureMatrix, 'data' | 'featureCount'>,
): Promise<PlacedSamples> {
  const { areFloats, kind, factor, constant, degree, multipliers, shifts, skews } = space;
  const areBytes = data instanceof Uint8Array;
  const pointers = [
    await place(pool, region, multipliers),
    await place(pool, region, shifts),
    await place(pool, region, skews),
  ] as const;
  return {
    space,
    unitCount: areFloats ? featureCount : Math.ceil(featureCount / 2),
    source: [
      await place(pool, region, data),
      Number(areBytes),
      featureCount,
      ...pointers,
      Number(areFloats),
      kind,
      factor,
      constant,
      degree,
    ],
  };
}

/** Makes vectors of some samples. */
export async function packVectors(
  pool: WorkerPool,
  region: Region,
  { source, unitCount }: PlacedSamples,
  members: Int32Array,
  lanes: typeof QUAD | typeof PANEL,
  signal: AbortSignal | undefined,
): Promise<PoolVectors> {
  const count = members.length;
  const blockCount = Math.ceil(count / lanes);
  const list = await place(pool, region, members);
  const blocks = region.alloc(blockCount * lanes * unitCount * 4);
  const offsets = region.alloc(blockCount * lanes * 4);
  const diagonals = region.alloc(blockCount * lanes * 4);
  const work = { total: blockCount, grain: GRAIN_VECTORS / lanes };
  await pool.submit(
    [command('packKernelVectors', work, ...source, list, count, lanes, blocks, offsets, diagonals)],
    { signal },
  );
  return { count, blocks, offsets };
}
