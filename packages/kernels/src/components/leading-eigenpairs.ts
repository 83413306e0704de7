import { command, singleCommand } from '../compute/command.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun } from '../samples.ts';
import { dominantSubspace, extraVectors } from './dominant-subspace.ts';
import type { SymmetricMatrix } from './vector-block.ts';

/** The leading eigenpairs, descending; vector `i` in row `i`, orthonormal. */
export interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const CONVERGENCE = Object.freeze({ tolerance: 1e-9, maxRounds: 40 });

/** Up to this size, and for so large a share of all vectors, the whole spectrum is the shorter way. */
const SMALL_SIZE = 64;
const LARGE_SHARE = 1 / 3;

/**
 * The leading eigenpairs of a symmetric positive semi-definite matrix, to a residual of 1e-9 of the largest value.
 * By iteration where few are wanted, from the whole spectrum where many are, or where the iteration does not converge.
 *
 * @throws the signal's reason, when aborted.
 */
export async function leadingEigenpairs(
  pool: WorkerPool,
  matrix: SymmetricMatrix,
  wanted: number,
  run: LongRun,
): Promise<Eigenpairs> {
  const { size } = matrix;
  if (size <= SMALL_SIZE || wanted + extraVectors(wanted) > LARGE_SHARE * size)
    return wholeSpectrum(pool, matrix, wanted, run);
  const found = await dominantSubspace(pool, matrix, { wanted, ...CONVERGENCE, ...run });
  return found.isConverged ? found : wholeSpectrum(pool, matrix, wanted, run);
}

async function wholeSpectrum(
  pool: WorkerPool,
  { pointer, size }: SymmetricMatrix,
  wanted: number,
  { signal }: LongRun,
): Promise<Eigenpairs> {
  const region = pool.region();
  try {
    const copy = region.alloc(size * size * 8);
    const [values, vectors] = [region.alloc(size * 8), region.alloc(size * size * 8)];
    const work = region.alloc(3 * size * 8);
    const elements = { total: size * size, grain: 65_536 };
    await pool.submit(
      [
        command('combineVectors', elements, pointer, 1, pointer, 0, pointer, 0, copy),
        singleCommand('symmetricEigen', copy, size, values, vectors, work),
      ],
      { signal },
    );
    return {
      values: await pool.read(Float64Array, values, wanted),
      vectors: await pool.read(Float64Array, vectors, wanted * size),
    };
  } finally {
    region.release();
  }
}
