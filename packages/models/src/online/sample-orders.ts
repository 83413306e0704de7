import type { Rng } from '@fashion-mnist/core';
import type { Region, WorkerPool } from '@fashion-mnist/kernels';

/** In which order each pass takes the samples. */
export interface SampleOrders {
  readonly length: number;
  /** Draws the order of a pass; the one of the pass before may be in use. */
  prepare(pass: number): Promise<void>;
  /** Pointer to the prepared order of a pass. */
  of(pass: number): number;
}

/** The samples as they are listed, or where there is chance in another order for every pass. */
export async function createSampleOrders(
  pool: WorkerPool,
  region: Region,
  samples: Int32Array,
  rng: Rng | undefined,
): Promise<SampleOrders> {
  const { length } = samples;
  const buffers = [
    region.alloc(samples.byteLength),
    rng === undefined ? 0 : region.alloc(samples.byteLength),
  ];
  if (rng === undefined) {
    await pool.write(buffers[0]!, samples);
    return { length, prepare: async () => {}, of: () => buffers[0]! };
  }
  const of = (pass: number): number => buffers[pass % 2]!;
  const order = new Int32Array(length);
  return {
    length,
    async prepare(pass) {
      const places = rng.split(pass).permutation(length);
      for (let i = 0; i < length; i++) order[i] = samples[places[i]!]!;
      await pool.write(of(pass), order);
    },
    of,
  };
}
