import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { Evaluation } from '../minimize/search.ts';
import { dot } from '../minimize/vectors.ts';
import type { GaussianProcessKernel } from './gaussian-process-options.ts';
import type { LaplaceProblem, Posterior } from './laplace.ts';
import { covariancesOf } from './placed-samples.ts';

/** The kernels take four columns at a time. */
const COLUMNS = 4;
const SUMS = 4;

/** The marginal likelihood of a problem, and its derivatives by the logarithms of the kernel's parameters. */
export class MarginalLikelihood {
  readonly #pool: WorkerPool;
  readonly #problem: LaplaceProblem;
  readonly #maxSteps: number;
  readonly #signal: AbortSignal | undefined;
  readonly #distances: number;
  readonly #first: number;
  readonly #second: number;
  readonly #sums: number;
  readonly #variances: number;

  /** @param distances - Pointer to the squared distances of all samples of the problem. */
  constructor(
    pool: WorkerPool,
    region: Region,
    problem: LaplaceProblem,
    distances: number,
    maxSteps: number,
    signal: AbortSignal | undefined,
  ) {
    const { size } = problem;
    this.#pool = pool;
    this.#problem = problem;
    this.#distances = distances;
    this.#maxSteps = maxSteps;
    this.#signal = signal;
    this.#first = region.alloc(size * 8);
    this.#second = region.alloc(size * 8);
    this.#sums = region.alloc(size * SUMS * 8);
    this.#variances = region.alloc(size * 8);
  }

  /** @see Rasmussen & Williams 2006, algorithm 5.1 */
  async at(kernel: GaussianProcessKernel): Promise<Evaluation> {
    const posterior = await this.posterior(kernel);
    const { residuals, coefficients, probabilities, mode } = posterior;
    const { sums, variances } = await this.#columnSums(kernel, posterior);
    const column = (index: number) => residuals.map((_, row) => sums[row * SUMS + index]!);
    const thirds = probabilities.map(
      (value, i) => -0.5 * variances[i]! * value * (1 - value) * (1 - 2 * value),
    );
    const slope = async (byImage: number, trace: number, image: Float64Array) =>
      0.5 * byImage - 0.5 * trace + dot(thirds, await this.#shift(posterior, image));
    const pulled = await this.#problem.multiply(residuals, this.#signal);
    return {
      value: posterior.logMarginalLikelihood,
      gradient: Float64Array.of(
        await slope(dot(coefficients, mode), total(column(0)), pulled),
        await slope(dot(coefficients, column(2)), total(column(1)), column(3)),
      ),
    };
  }

  /** With the covariances of a kernel, which stay in their place. */
  async posterior(kernel: GaussianProcessKernel): Promise<Posterior> {
    const { size, places } = this.#problem;
    await this.#pool.submit([covariancesOf(this.#distances, size ** 2, kernel, places.covariances)], {
      signal: this.#signal,
    });
    return this.#problem.posterior(this.#maxSteps, this.#signal);
  }

  async #columnSums(
    { constant, lengthScale }: GaussianProcessKernel,
    { coefficients, residuals }: Posterior,
  ): Promise<{ readonly sums: Float64Array; readonly variances: Float64Array }> {
    const { size, places } = this.#problem;
    const { factor, roots, covariances } = places;
    const work = { total: size, grain: COLUMNS };
    await this.#pool.write(this.#first, coefficients);
    await this.#pool.write(this.#second, residuals);
    const head = [factor, size, roots, covariances] as const;
    const tail = [this.#distances, lengthScale, this.#first, this.#second, this.#sums] as const;
    await this.#pool.submit(
      [
        command('gpDerivatives', work, ...head, ...tail),
        command('gpVariances', work, ...head, constant, this.#variances),
      ],
      { signal: this.#signal },
    );
    return {
      sums: await this.#pool.read(Float64Array, this.#sums, size * SUMS),
      variances: await this.#pool.read(Float64Array, this.#variances, size),
    };
  }

  /** How the mode moves when the covariances times the residuals move by `image`: lines 13 and 14. */
  async #shift({ roots }: Posterior, image: Float64Array): Promise<Float64Array> {
    const weighed = image.map((value, i) => roots[i]! * value);
    const solution = await this.#problem.solve(weighed, this.#signal);
    const inverse = solution.map((value, i) => roots[i]! * value);
    const taken = await this.#problem.multiply(inverse, this.#signal);
    return image.map((value, i) => value - taken[i]!);
  }
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
