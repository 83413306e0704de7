import type { Step } from '../step.ts';
import { fusedStage } from './fused/fused-stage.ts';
import { type PreparedStep, prepareStep } from './prepare-step.ts';
import type { Stage } from './stage.ts';

/**
 * What does the steps: neighbours in one pass over each image where they can, the others one after the other.
 *
 * @throws {TransformError} `E_PIPELINE` - a step whose options do not go together.
 */
export function planStages(steps: readonly Step[]): readonly Stage[] {
  const stages: Stage[] = [];
  let run: PreparedStep[] = [];
  for (const step of steps.map(prepareStep)) {
    if (!canFollow(run, step)) {
      stages.push(...stagesOf(run));
      run = [];
    }
    run.push(step);
  }
  return [...stages, ...stagesOf(run)];
}

/** One pass edits bytes, looks values up for them, and edits these: each part may be missing. */
function canFollow(run: readonly PreparedStep[], { operation }: PreparedStep): boolean {
  const before = run.at(-1)?.operation;
  if (before === undefined) return true;
  if (!isFusible(before) || !isFusible(operation)) return false;
  const isAfterValues = before.pixelwise === undefined && run.some((step) => step.operation.pixelwise);
  return operation.edit !== undefined || !isAfterValues;
}

function isFusible({ edit, pixelwise }: PreparedStep['operation']): boolean {
  return edit !== undefined || pixelwise !== undefined;
}

function stagesOf(run: readonly PreparedStep[]): readonly Stage[] {
  if (run.length < 2) return run;
  const fused = fusedStage(run);
  return fused === undefined ? run : [fused];
}
