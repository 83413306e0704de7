import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { Curve } from './fit-curve.ts';

/** Coefficients of the gradients over the squared distance, in the memory of a pool. */
export interface CurveTables {
  readonly attraction: number;
  readonly repulsion: number;
}

/** 64 for each doubling from 2^-20 to 2^20, and the last. */
const ENTRY_COUNT = 40 * 64 + 1;

export async function curveTables(pool: WorkerPool, region: Region, { a, b }: Curve): Promise<CurveTables> {
  const [attraction, repulsion] = [region.alloc(4 * ENTRY_COUNT), region.alloc(4 * ENTRY_COUNT)];
  await pool.submit([command('umapCurves', { total: ENTRY_COUNT, grain: 512 }, a, b, attraction, repulsion)]);
  return { attraction, repulsion };
}
