import type { Heap } from '../../compute/heap.ts';

const HEADER_LENGTH = 5;
const MAX_SWEEPS = 40;
const LEAST_BEND = 1e-8;

/** One problem of `proximalSteps`. */
export interface StepProblem {
  readonly scale: number;
  readonly tolerance: number;
  readonly rank: number;
  /** One per parameter, as are `slopes`, `strengths`, `bends` and `steps`. */
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly strengths: Float64Array;
  readonly factors: Float64Array;
  readonly middle: Float64Array;
  readonly images: Float64Array;
  readonly bends: Float64Array;
  readonly steps: Float64Array;
}

/** The views of a problem on its arrays, under the names of `proximalSteps`. */
export function stepProblem(
  { i32, f64 }: Heap,
  problem: number,
  pointers: Readonly<
    Record<
      | 'headers'
      | 'settings'
      | 'values'
      | 'slopes'
      | 'strengths'
      | 'factors'
      | 'middles'
      | 'images'
      | 'bends'
      | 'steps',
      number
    >
  >,
): StepProblem {
  const header = pointers.headers / 4 + problem * HEADER_LENGTH;
  const [count = 0, rank = 0, first = 0, firstFactor = 0, firstMiddle = 0] = i32.subarray(header, header + 5);
  const setting = pointers.settings / 8 + 2 * problem;
  const part = (pointer: number, start: number, length: number) =>
    f64.subarray(pointer / 8 + start, pointer / 8 + start + length);
  return {
    scale: f64[setting]!,
    tolerance: f64[setting + 1]!,
    rank,
    values: part(pointers.values, first, count),
    slopes: part(pointers.slopes, first, count),
    strengths: part(pointers.strengths, first, count),
    factors: part(pointers.factors, firstFactor, count * rank),
    middle: part(pointers.middles, firstMiddle, rank * rank),
    images: part(pointers.images, firstFactor, count * rank),
    bends: part(pointers.bends, first, count),
    steps: part(pointers.steps, first, count),
  };
}

export function solveStep(problem: StepProblem): void {
  const { scale, tolerance, rank, values, slopes, strengths, factors, images, bends, steps } = problem;
  prepare(problem);
  steps.fill(0);
  const reached = new Float64Array(rank);
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let worst = 0;
    for (let row = 0; row < values.length; row++) {
      const bend = bends[row]!;
      const at = values[row]! + steps[row]!;
      const slope = slopes[row]! + scale * steps[row]! - dot(factors, row * rank, reached, 0, rank);
      const target = at - slope / bend;
      const move = Math.sign(target) * Math.max(Math.abs(target) - strengths[row]! / bend, 0) - at;
      if (move === 0) continue;
      worst = Math.max(worst, Math.abs(move) * bend);
      steps[row]! += move;
      for (let k = 0; k < rank; k++) reached[k]! += move * images[row * rank + k]!;
    }
    if (worst <= tolerance) break;
  }
}

function prepare({ scale, rank, factors, middle, images, bends }: StepProblem): void {
  images.fill(0);
  for (let row = 0; row < bends.length; row++) {
    const start = row * rank;
    for (let k = 0; k < rank; k++)
      for (let column = 0; column < rank; column++)
        images[start + column]! += factors[start + k]! * middle[k * rank + column]!;
    bends[row] = Math.max(scale - dot(factors, start, images, start, rank), LEAST_BEND * scale);
  }
}

function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, length: number): number {
  const sums = [0, 0, 0, 0];
  for (let k = 0; k < length; k++) sums[k % 4]! += a[aStart + k]! * b[bStart + k]!;
  return sums[0]! + sums[2]! + (sums[1]! + sums[3]!);
}
