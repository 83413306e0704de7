import { createRng, reportProgress } from '@fashion-mnist/core';
import type { WorkerPool } from '../pool/worker-pool.ts';
import type { LongRun } from '../samples.ts';
import { chebyshevFilter, filterDegree } from './chebyshev-filter.ts';
import { type SymmetricMatrix, vectorBlocks } from './vector-block.ts';

export interface SubspaceOptions extends LongRun {
  /** How many eigenpairs, `1..size`. */
  readonly wanted: number;
  /** Stop when every wanted pair has a residual below this share of the largest eigenvalue. */
  readonly tolerance: number;
  /** Vectors beyond the wanted ones, which make those converge faster. @default half as many, at least 10 */
  readonly extra?: number | undefined;
  /** Stop at the latest after so many rounds; the first round looks at random vectors only. */
  readonly maxRounds: number;
}

/** Leading eigenpairs, or what comes near them. */
export interface DominantSubspace {
  /** Shape `[wanted]`, descending. */
  readonly values: Float64Array;
  /** Shape `[wanted, size]`: orthonormal rows. */
  readonly vectors: Float64Array;
  /** Whether the tolerance is met. */
  readonly isConverged: boolean;
}

/** Below this share of the largest, an eigenvalue is rounding error, and no bound for a filter. */
const LEAST_CUT = 1e-12;

/** How many vectors beyond the wanted ones make an iteration to full precision shortest. */
export function extraVectors(wanted: number): number {
  return Math.max(10, Math.ceil(wanted / 2));
}

/**
 * The leading eigenpairs of a symmetric positive semi-definite matrix in the memory of a pool, by subspace iteration
 * with Chebyshev filters and Rayleigh–Ritz. Deterministic: it starts from fixed random vectors.
 *
 * A basis that is merely good takes two or three rounds and an eighth of the wanted vectors as `extra`.
 *
 * @throws the signal's reason, when aborted.
 * @see Golub & Van Loan, Matrix Computations, 4th edition, section 8.2.4
 */
export async function dominantSubspace(
  pool: WorkerPool,
  matrix: SymmetricMatrix,
  { wanted, extra = extraVectors(wanted), tolerance, maxRounds, signal, onProgress }: SubspaceOptions,
): Promise<DominantSubspace> {
  const { size } = matrix;
  const count = Math.min(wanted + extra, size);
  const region = pool.region();
  try {
    const block = vectorBlocks(region, matrix, count);
    let [basis, free, spare] = block.blocks;
    await pool.write(basis, randomVectors(count, size));
    let commands = block.prepare();
    for (let round = 1; ; round++) {
      commands.push(block.orthonormalize(basis), ...block.rayleighRitz(basis, free, spare));
      await pool.submit(commands, { signal });
      const [vectors, images] = [spare, basis];
      reportProgress(onProgress, { stage: 'axes', completed: round, total: maxRounds, unit: 'rounds' });

      const values = await pool.read(Float64Array, block.values, count);
      const residuals = await pool.read(Float64Array, block.residuals, wanted);
      const [largest = 0, residual] = [values[0], residuals.reduce((most, one) => Math.max(most, one), 0)];
      const isConverged = residual <= tolerance * largest || largest <= 0;
      if (isConverged || round >= maxRounds) {
        const found = await pool.read(Float64Array, vectors, wanted * size);
        return { values: values.slice(0, wanted), vectors: found, isConverged };
      }
      const cut = Math.max(values[count - 1]!, LEAST_CUT * largest);
      const gain = residual / (tolerance * largest);
      const degree = filterDegree({ largest, wanted: values[wanted - 1]!, cut }, gain);
      const filtering = chebyshevFilter(block, degree, cut, vectors, images, free);
      commands = filtering.commands;
      basis = filtering.filtered;
      [free, spare] = filtering.free;
    }
  } finally {
    region.release();
  }
}

function randomVectors(count: number, size: number): Float64Array {
  const rng = createRng(0);
  return Float64Array.from({ length: count * size }, () => rng.nextFloat() - 0.5);
}
