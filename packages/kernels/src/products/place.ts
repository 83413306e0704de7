import type { PoolArray, Region, WorkerPool } from '../pool/worker-pool.ts';

/** Copies arrays into a region, and tells where they lie. */
export async function place<const T extends readonly PoolArray[]>(
  pool: WorkerPool,
  region: Region,
  arrays: T,
): Promise<{ [I in keyof T]: number }> {
  const pointers = arrays.map(({ byteLength }) => region.alloc(byteLength));
  for (const [i, array] of arrays.entries()) await pool.write(pointers[i]!, array);
  return pointers as { [I in keyof T]: number };
}
