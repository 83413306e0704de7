import type { Heap } from '../../compute/heap.ts';
import type { KernelFunction } from './kernel-function.ts';
import { type PairLists, type PairVariables, packPair, pairVariables } from './pair-variables.ts';
import type { Coordinates } from './vectors.ts';

/** What the arguments of the kernel behind the coordinates say. */
export interface PairProblem extends PairLists {
  readonly pairCount: number;
  readonly queue: number;
  readonly duals: number;
  readonly outcomes: number;
  readonly workspaces: number;
  readonly workspaceBytes: number;
  readonly workspaceCount: number;
  readonly tolerance: number;
  readonly mostSteps: number;
  readonly stepsPerTurn: number;
}

const TAU = 1e-12;
/** Each computes two rows of the kernel, some ten milliseconds for 12,000 samples of 784 features. */
const MOST_STEPS_PER_TURN = 4;

/** One turn: plain sequential minimal optimisation, which computes every row of the kernel that it needs. */
export function takeTurn(
  heap: Heap,
  coordinates: Coordinates,
  kernel: KernelFunction,
  problem: PairProblem,
): void {
  for (let i = 0; i < problem.workspaceCount; i++) {
    const workspace = problem.workspaces + i * problem.workspaceBytes;
    if (Atomics.compareExchange(heap.i32, workspace / 4, 0, 1) !== 0) continue;
    const hasWork = bringOn(heap, coordinates, kernel, problem, workspace);
    Atomics.store(heap.i32, workspace / 4, 0);
    if (hasWork) return;
  }
}

function bringOn(
  heap: Heap,
  coordinates: Coordinates,
  kernel: KernelFunction,
  problem: PairProblem,
  workspace: number,
): boolean {
  const { i32, f64 } = heap;
  const [pairAt, stepsAt] = [workspace / 4 + 1, workspace / 8 + 2];
  const isNew = i32[pairAt] === 0;
  const pair = isNew ? Atomics.add(i32, problem.queue / 4, 1) : i32[pairAt]! - 1;
  if (pair >= problem.pairCount) return false;
  const variables = pairVariables(heap, kernel, coordinates.featureCount, problem, workspace, pair);
  if (isNew) {
    i32[pairAt] = pair + 1;
    f64[stepsAt] = 0;
    variables.gradients.set(variables.sides);
    variables.duals.fill(0);
    packPair(heap, coordinates, kernel, variables, problem.largestPair, workspace);
    return true;
  }
  for (let step = 0; step < Math.min(problem.stepsPerTurn, MOST_STEPS_PER_TURN); step++) {
    const { violation, i } = worstViolation(variables);
    if (!(violation >= problem.tolerance) || f64[stepsAt]! >= problem.mostSteps) {
      f64.set(variables.duals, problem.duals / 8 + i32[problem.pairs / 4 + pair * 5 + 4]!);
      f64.set([...outcome(variables), f64[stepsAt]!, violation], problem.outcomes / 8 + pair * 4);
      i32[pairAt] = 0;
      Atomics.add(i32, problem.queue / 4 + 1, 1);
      return true;
    }
    move(variables, i);
    f64[stepsAt]! += 1;
  }
  return true;
}

function worstViolation({ gradients, duals, lows, highs }: PairVariables): { violation: number; i: number } {
  let [largest, smallest, i] = [-Infinity, Infinity, 0];
  gradients.forEach((gradient, k) => {
    if (duals[k]! < highs[k]! && gradient > largest) [largest, i] = [gradient, k];
    if (duals[k]! > lows[k]!) smallest = Math.min(smallest, gradient);
  });
  return { violation: largest - smallest, i };
}

/** Moves `i` against the variable with which it gains most, and takes the step to all gradients. */
function move({ gradients, duals, diagonals, lows, highs, row }: PairVariables, i: number): void {
  const [own, between] = [gradients[i]!, row(i)];
  const curvature = (k: number) => {
    const value = diagonals[i]! + diagonals[k]! - 2 * between[k]!;
    return value > 0 ? value : TAU;
  };
  let [j, best] = [i, -Infinity];
  gradients.forEach((gradient, k) => {
    if (duals[k]! <= lows[k]! || gradient >= own) return;
    const gain = (own - gradient) ** 2 / curvature(k);
    if (gain > best) [j, best] = [k, gain];
  });
  const [rise, fall] = [highs[i]! - duals[i]!, duals[j]! - lows[j]!];
  const step = Math.min((own - gradients[j]!) / curvature(j), rise, fall);
  duals[i] = step === rise ? highs[i]! : duals[i]! + step;
  duals[j] = step === fall ? lows[j]! : duals[j]! - step;
  const other = row(j);
  for (let k = 0; k < gradients.length; k++) gradients[k]! -= step * (between[k]! - other[k]!);
}

function outcome({
  gradients,
  duals,
  sides,
  lows,
  highs,
}: PairVariables): [intercept: number, objective: number] {
  let [sum, free, largest, smallest, objective] = [0, 0, -Infinity, Infinity, 0];
  gradients.forEach((gradient, k) => {
    const [grows, shrinks] = [duals[k]! < highs[k]!, duals[k]! > lows[k]!];
    objective += 0.5 * duals[k]! * (sides[k]! + gradient);
    if (grows && shrinks) {
      sum += gradient;
      free++;
    } else if (grows) largest = Math.max(largest, gradient);
    else smallest = Math.min(smallest, gradient);
  });
  return [free > 0 ? sum / free : (largest + smallest) / 2, objective];
}
