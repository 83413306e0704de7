import type { WorkerPool } from '@fashion-mnist/kernels';
import { solveModels } from '../../linear/smooth/solve-models.ts';
import type { Evaluation, Search } from '../search.ts';

/** Carries a search to its end, and counts how often it asks for the function. */
export async function runSearch<Result>(
  pool: WorkerPool,
  search: Search<Result>,
  evaluate: (point: Float64Array) => Evaluation,
): Promise<{ readonly result: Result; readonly evaluations: number }> {
  let state = search.next();
  let evaluations = 0;
  while (state.done !== true) {
    if (state.value instanceof Float64Array) {
      evaluations++;
      state = search.next(evaluate(state.value));
    } else {
      const [step = new Float64Array(0)] = await solveModels(pool, [state.value], undefined);
      state = search.next(step);
    }
  }
  return { result: state.value, evaluations };
}
