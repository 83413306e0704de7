import { command, type Region, singleCommand, type WorkerPool } from '@fashion-mnist/kernels';
import { dot } from '../minimize/vectors.ts';
import { type FactorPlaces, factorise, pieces } from './factorise.ts';

/** The normal distribution that stands for the posterior of the latent function at the samples. */
export interface Posterior {
  /** Target less probability, of each sample. */
  readonly residuals: Float64Array;
  /** Roots of the curvature of the likelihood. */
  readonly roots: Float64Array;
  /** Probability of the second class at each sample. */
  readonly probabilities: Float64Array;
  /** Covariances times these are the mode. */
  readonly coefficients: Float64Array;
  readonly mode: Float64Array;
  /** Approximately. */
  readonly logMarginalLikelihood: number;
}

/** Less of an increase ends the search for the mode. */
const LEAST_INCREASE = 1e-10;

/** A problem of two classes in the memory of a pool. */
export class LaplaceProblem {
  readonly places: FactorPlaces;
  /** Samples. */
  readonly size: number;
  readonly #pool: WorkerPool;
  readonly #targets: Float64Array;
  readonly #vector: number;
  readonly #product: number;

  /**
   * @param targets - 1 for samples of the second class, else 0.
   */
  constructor(pool: WorkerPool, region: Region, targets: Float64Array) {
    const { length } = targets;
    this.#pool = pool;
    this.#targets = targets;
    this.size = length;
    this.#vector = region.alloc(length * 8);
    this.#product = region.alloc(length * 8);
    const [roots, pivots] = [region.alloc(length * 8), region.alloc(length * 8)];
    const [covariances, factor] = [region.alloc(length ** 2 * 8), region.alloc(length ** 2 * 8)];
    this.places = { covariances, roots, factor, pivots };
  }

  /**
   * Finds the mode of the posterior by Newton's method. The factor that belongs to the answer stays in its place.
   *
   * @see Rasmussen & Williams 2006, algorithm 3.1; stops and reports as sklearn.gaussian_process does
   */
  async posterior(maxSteps: number, signal?: AbortSignal): Promise<Posterior> {
    const targets = this.#targets;
    let mode = new Float64Array(targets.length);
    let likelihood = -Infinity;
    for (let step = 1; ; step++) {
      const probabilities = mode.map((value) => 1 / (1 + Math.exp(-value)));
      const curvatures = probabilities.map((value) => value * (1 - value));
      const residuals = targets.map((target, i) => target - probabilities[i]!);
      const roots = curvatures.map(Math.sqrt);
      const coefficients = await this.#newtonStep(
        roots,
        residuals.map((residual, i) => curvatures[i]! * mode[i]! + residual),
        signal,
      );
      mode = await this.multiply(coefficients, signal);
      const pivots = await this.#pool.read(Float64Array, this.places.pivots, mode.length);
      const next = logLikelihood(targets, mode, coefficients, pivots);
      const isDone = !(next - likelihood >= LEAST_INCREASE);
      if (!isDone) likelihood = next;
      if (isDone || step === maxSteps)
        return { residuals, roots, probabilities, coefficients, mode, logMarginalLikelihood: likelihood };
    }
  }

  /** Covariances times a vector. */
  async multiply(vector: Float64Array, signal?: AbortSignal): Promise<Float64Array<ArrayBuffer>> {
    const { length } = vector;
    await this.#pool.write(this.#vector, vector);
    const multiply = ['gpMultiply', pieces(length), this.places.covariances, length] as const;
    await this.#pool.submit([command(...multiply, this.#vector, this.#product)], { signal });
    return (await this.#pool.read(Float64Array, this.#product, length)).slice();
  }

  /** Solves for a vector with the factor. */
  async solve(vector: Float64Array, signal?: AbortSignal): Promise<Float64Array> {
    const { length } = vector;
    await this.#pool.write(this.#vector, vector);
    await this.#pool.submit([singleCommand('gpSolve', this.places.factor, length, this.#vector)], { signal });
    return this.#pool.read(Float64Array, this.#vector, length);
  }

  /** Lines 4 to 7. */
  async #newtonStep(roots: Float64Array, drive: Float64Array, signal?: AbortSignal): Promise<Float64Array> {
    await this.#pool.write(this.places.roots, roots);
    await this.#pool.submit(factorise(this.places, roots.length), { signal });
    const image = await this.multiply(drive, signal);
    const solution = await this.solve(
      image.map((value, i) => roots[i]! * value),
      signal,
    );
    return drive.map((value, i) => value - roots[i]! * solution[i]!);
  }
}

function logLikelihood(
  targets: Float64Array,
  mode: Float64Array,
  coefficients: Float64Array,
  pivots: Float64Array,
): number {
  let sum = -0.5 * dot(coefficients, mode);
  for (let i = 0; i < mode.length; i++) {
    const margin = (2 * targets[i]! - 1) * mode[i]!;
    sum -= Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))) + Math.log(pivots[i]!);
  }
  return sum;
}
