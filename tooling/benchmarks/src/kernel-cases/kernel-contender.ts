import type { WorkerPool } from '@fashion-mnist/kernels';
import type { Contender } from '../runner/benchmark.ts';
import { summarize } from '../runner/summarize.ts';
import { createArena } from './arena.ts';
import type { KernelCase } from './kernel-case.ts';

/** As long as this, a measurement goes on; its figure is the median. Collecting garbage makes V8 drop compiled code. */
const MEASUREMENT_MS = 100;

/** A kernel of a pool on one thread, of images where it works on pixels; its arrays are placed anew for every run, outside the time. */
export function kernelContender(
  name: string,
  pool: WorkerPool,
  images: Uint8Array,
  kernelCase: KernelCase,
): Contender {
  return {
    name,
    async measure() {
      const end = performance.now() + MEASUREMENT_MS;
      const times: number[] = [];
      do times.push(await runOnce(pool, images, kernelCase));
      while (performance.now() < end);
      return summarize(times).median;
    },
  };
}

async function runOnce(pool: WorkerPool, images: Uint8Array, { place }: KernelCase): Promise<number> {
  const region = pool.region();
  try {
    const work = await place(createArena(pool, region, images));
    const start = performance.now();
    await pool.submit([work]);
    return performance.now() - start;
  } finally {
    region.release();
  }
}
