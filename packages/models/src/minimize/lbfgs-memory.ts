import { addScaled, dot } from './vectors.ts';

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly inverseProduct: number;
}

/** Least product of step and change of gradient, in units of the latter's square: below, curvature is only rounding. */
const LEAST_CURVATURE = 2 ** -52;

/**
 * What the latest steps have shown of the curvature of a function.
 *
 * @see Nocedal & Wright, Numerical Optimization, 2nd edition, algorithm 7.4
 */
export class LbfgsMemory {
  readonly #pairCount: number;
  #pairs: Pair[] = [];

  constructor(pairCount: number) {
    this.#pairCount = pairCount;
  }

  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }

  forget(): void {
    this.#pairs = [];
  }

  /** @param change - Of the gradient over the step. Steps along which the function does not curve upwards are left out. */
  learn(step: Float64Array, change: Float64Array): void {
    const product = dot(step, change);
    if (!(product > LEAST_CURVATURE * dot(change, change))) return;
    this.#pairs = [...this.#pairs.slice(1 - this.#pairCount), { step, change, inverseProduct: 1 / product }];
  }

  /** The step to where the function, as far as it is known, has no gradient. */
  directionFrom(gradient: Float64Array): Float64Array {
    const direction = gradient.map((value) => -value);
    const shares = new Float64Array(this.#pairs.length);
    for (let i = this.#pairs.length - 1; i >= 0; i--) {
      const { step, change, inverseProduct } = this.#pairs[i]!;
      shares[i] = inverseProduct * dot(step, direction);
      addScaled(direction, -shares[i]!, change);
    }
    const latest = this.#pairs.at(-1);
    if (latest !== undefined) {
      const scale = 1 / (latest.inverseProduct * dot(latest.change, latest.change));
      for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
    }
    for (const [i, { step, change, inverseProduct }] of this.#pairs.entries())
      addScaled(direction, shares[i]! - inverseProduct * dot(change, direction), step);
    return direction;
  }
}
