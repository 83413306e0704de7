import { command } from '../compute/command.ts';
import type { Region, WorkerPool } from '../pool/worker-pool.ts';
import type { SampleMatrix } from '../samples.ts';
import { BYTES, FLOATS, type SampleKind, sampleKind } from './sample-kind.ts';

/** Samples in the memory of a pool, one after the other. */
export interface PlacedSamples {
  readonly pointer: number;
  readonly kind: SampleKind;
  readonly sampleCount: number;
  readonly featureCount: number;
}

const BYTE_GRAIN = 65_536;
/** The sum of so many squares of bytes fits in 31 bits. */
const MOST_BYTE_FEATURES = Math.floor(2 ** 31 / 255 ** 2);

/** Bytes are searched as float32 where the search cannot hold their squared distances. */
export function searchedKind(matrix: SampleMatrix, weights: Float64Array | undefined): SampleKind {
  const kind = sampleKind(matrix, weights);
  return kind === BYTES && matrix.featureCount > MOST_BYTE_FEATURES ? FLOATS : kind;
}

/** Copies samples to a pool, bytes as float32 if need be. */
export async function placeSamples(
  pool: WorkerPool,
  region: Region,
  { data, sampleCount, featureCount }: SampleMatrix,
  kind: SampleKind,
): Promise<PlacedSamples> {
  if (data instanceof Float32Array || kind !== FLOATS) {
    const pointer = region.alloc(data.byteLength);
    await pool.write(pointer, data);
    return { pointer, kind, sampleCount, featureCount };
  }
  const temporary = pool.region();
  try {
    const bytes = await placeSamples(pool, temporary, { data, sampleCount, featureCount }, BYTES);
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
  if (samples.kind === FLOATS) return samples;
  const total = samples.sampleCount * samples.featureCount;
  const pointer = region.alloc(total * 4);
  await pool.submit([command('scaleBytes', { total, grain: BYTE_GRAIN }, samples.pointer, pointer, 1)]);
  return { ...samples, pointer, kind: FLOATS };
}
