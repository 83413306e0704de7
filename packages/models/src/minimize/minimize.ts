import { type LbfgsOptions, lbfgs, type Minimum } from './lbfgs.ts';
import type { Evaluation } from './search.ts';
import type { Stopping } from './stopping.ts';

/** Minimises a smooth function by L-BFGS, one evaluation after the other. */
export async function minimize(
  start: Float64Array,
  stopping: Stopping,
  options: LbfgsOptions,
  evaluate: (point: Float64Array) => Promise<Evaluation>,
): Promise<Minimum> {
  const search = lbfgs(start, stopping, options);
  let step = search.next();
  while (step.done !== true) step = search.next(await evaluate(step.value as Float64Array));
  return step.value;
}
