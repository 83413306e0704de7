import { invertMatrix } from './invert-matrix.ts';
import type { CurvatureModel } from './penalised-model.ts';
import { dot } from './vectors.ts';

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
}

const LEAST_CURVATURE = 2 ** -52;

/**
 * What the latest steps have shown of the curvature of a function, as a matrix of low rank beside a multiple of the
 * identity.
 *
 * @see Byrd, Nocedal & Schnabel 1994, Representations of quasi-Newton matrices, theorem 2.3
 */
export class CompactCurvature {
  readonly #pairCount: number;
  #pairs: Pair[] = [];
  /** Of each step with each step, and of each step with each change; in the order of the pairs. */
  #stepProducts: number[][] = [];
  #mixedProducts: number[][] = [];

  constructor(pairCount: number) {
    this.#pairCount = pairCount;
  }

  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }

  forget(): void {
    this.#pairs = [];
    this.#stepProducts = [];
    this.#mixedProducts = [];
  }

  /** @param change - Of the gradient over the step. Steps along which the function does not curve upwards are left out. */
  learn(step: Float64Array, change: Float64Array): void {
    if (!(dot(step, change) > LEAST_CURVATURE * dot(change, change))) return;
    const isFull = this.#pairs.length === this.#pairCount;
    const kept = <T>(list: readonly T[]): T[] => list.slice(isFull ? 1 : 0);
    const pairs = [...kept(this.#pairs), { step, change }];
    const older = pairs.slice(0, -1);
    const withSteps = older.map((pair) => dot(pair.step, step));
    this.#stepProducts = [
      ...kept(this.#stepProducts).map((row, i) => [...kept(row), withSteps[i]!]),
      [...withSteps, dot(step, step)],
    ];
    this.#mixedProducts = [
      ...kept(this.#mixedProducts).map((row, i) => [...kept(row), dot(older[i]!.step, change)]),
      pairs.map((pair) => dot(step, pair.change)),
    ];
    this.#pairs = pairs;
  }

  /** The curvature of some parameters. @param scaleWhenEmpty - While nothing is known. */
  modelOf(parameters: Int32Array, scaleWhenEmpty: number): CurvatureModel {
    const latest = this.#pairs.at(-1);
    if (latest === undefined) return multipleOfIdentity(scaleWhenEmpty);
    const scale = dot(latest.change, latest.change) / dot(latest.step, latest.change);
    const middle = this.#middle(scale);
    if (middle === undefined) return multipleOfIdentity(scale);
    const count = this.#pairs.length;
    const rank = 2 * count;
    const factors = new Float64Array(parameters.length * rank);
    for (const [row, parameter] of parameters.entries())
      for (const [column, { step, change }] of this.#pairs.entries()) {
        factors[row * rank + column] = change[parameter]!;
        factors[row * rank + count + column] = scale * step[parameter]!;
      }
    return { scale, rank, factors, middle };
  }

  /** `[[-D, L^T], [L, scale · S^T S]]^-1`; `D` and `L` are diagonal and lower part of the products `S^T Y`. */
  #middle(scale: number): Float64Array | undefined {
    const count = this.#pairs.length;
    const size = 2 * count;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < count; i++) {
      const mixed = this.#mixedProducts[i]!;
      matrix[i * size + i] = -mixed[i]!;
      for (let j = 0; j < count; j++) {
        matrix[(count + i) * size + count + j] = scale * this.#stepProducts[i]![j]!;
        if (j >= i) continue;
        matrix[(count + i) * size + j] = mixed[j]!;
        matrix[j * size + count + i] = mixed[j]!;
      }
    }
    return invertMatrix(matrix, size);
  }
}

function multipleOfIdentity(scale: number): CurvatureModel {
  return { scale, rank: 0, factors: new Float64Array(0), middle: new Float64Array(0) };
}
