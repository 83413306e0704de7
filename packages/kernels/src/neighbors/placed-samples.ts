import { command } from '../compute/command.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import type { SampleMatrix } from '../samples.ts';

/** Samples in the memory of a pool, one after the other. */
export interface PlacedSamples {
  readonly pointer: number;
  /** Float32, or else bytes. */
  readonly areFloats: boolean;
  readonly sampleCount: number;
  readonly featureCount: number;
}

const BYTE_GRAIN = 65_536;
/** The sum of so many squares of bytes fits in 31 bits. */
const MOST_BYTE_FEATURES = Math.floor(2 ** 31 / 255 ** 2);

/** Whether squared distances of these samples are whole numbers that the search can hold. */
export function areSearchedAsBytes({ data, featureCount }: SampleMatrix): boolean {
  return data instanceof Uint8Array && featureCount <= MOST_BYTE_FEATURES;
}

/** Copies samples to a pool, as float32 if need be. */
export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  { data, sampleCount, featureCount }: SampleMatrix,
  areFloats: boolean,
): Promise<PlacedSamples> {
  const own = { areFloats: data instanceof Float32Array, sampleCount, featureCount };
  if (own.areFloats || !areFloats) {
    const pointer = region.alloc(data.byteLength);
    await pool.write(pointer, data);
    return { pointer, ...own };
  }
  const temporary = pool.region();
  try {
    const bytes = await placeSamples(pool, temporary, { data, sampleCount, featureCount }, false);
    return await asFloats(pool, region, bytes);
  } finally {
    temporary.release();
  }
}

/** The same samples as float32. */
export async function asFloats(
  pool: WorkerPool,
  region: Region,
  samples: PlacedSamples,
): Promise<PlacedSamples> {
  if (samples.areFloats) return samples;
  const total = samples.sampleCount * samples.featureCount;
  const pointer = region.alloc(total * 4);
  await pool.submit([command('scaleBytes', { total, grain: BYTE_GRAIN }, samples.pointer, pointer, 1)]);
  return { ...samples, pointer, areFloats: true };
}
