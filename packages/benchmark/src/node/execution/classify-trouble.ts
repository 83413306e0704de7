import { KernelsError } from '@fashion-mnist/kernels';
import { ModelsError } from '@fashion-mnist/models';
import { BenchmarkError } from '../../errors.ts';
import { inScikitLearnSpelling } from '../../grid/spelling.ts';
import type { JobNotDone } from './job-outcome.ts';

/**
 * What it says about a job that it threw this.
 *
 * @throws the error itself, when it says nothing about the job: a thread died.
 */
export function classifyTrouble(error: unknown): Pick<JobNotDone, 'status' | 'reason'> {
  if (error instanceof KernelsError && error.code === 'E_WORKER') throw error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isRefusedParameter(error)) return { status: 'invalid', reason: inScikitLearnSpelling(reason) };
  if (isLackOfMemory(error)) return { status: 'refused', reason };
  return { status: 'failed', reason: error instanceof Error ? `${error.name}: ${reason}` : reason };
}

function isRefusedParameter(error: unknown): boolean {
  return (
    (error instanceof ModelsError && error.code === 'E_OPTION') ||
    (error instanceof BenchmarkError && error.code === 'E_GRID')
  );
}

function isLackOfMemory(error: unknown): boolean {
  const isOurs = error instanceof ModelsError || error instanceof KernelsError;
  return isOurs
    ? error.code === 'E_MEMORY'
    : error instanceof RangeError && /allocation failed/i.test(error.message);
}
