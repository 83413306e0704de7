import type { Batch } from '../../images/batch.ts';
import type { Pixels } from '../../images/images.ts';
import type { PipelineRun } from '../pipeline.ts';
import { collectImages } from './collect-images.ts';
import { createPool } from './create-pool.ts';
import { phaseProgress } from './phase-progress.ts';
import { runInChunks } from './run-in-chunks.ts';
import { allocate, type Stage } from './stage.ts';

/**
 * A batch after all stages.
 *
 * @param into - Where the pixels of the result go. @default new memory
 */
export async function execute(
  stages: readonly Stage[],
  batch: Batch,
  run: PipelineRun,
  into?: Pixels,
): Promise<Batch> {
  const phases = phasesOf(stages);
  const progressOf = phaseProgress(run.onProgress, batch.images.shape[0] ?? 0, phases.length);
  let result = batch;
  for (const [place, phase] of phases.entries()) {
    const target = place === phases.length - 1 ? into : undefined;
    const phaseRun = { ...run, onProgress: progressOf(place) };
    const [first] = phase;
    if (first?.needsWholeBatch !== true) result = await runInChunks(phase, result, phaseRun, target);
    else result = await runAtOnce(first, result, phases.slice(0, place).flat(), phaseRun, target);
  }
  return result;
}

/** Each is one stage that needs the whole batch, or some that do not. */
function phasesOf(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const phases: Stage[][] = [[]];
  for (const stage of stages) {
    const last = phases.at(-1) as Stage[];
    const [before] = last;
    if (before === undefined || !(stage.needsWholeBatch || before.needsWholeBatch)) last.push(stage);
    else phases.push([stage]);
  }
  return phases;
}

async function runAtOnce(
  stage: Stage,
  batch: Batch,
  before: readonly Stage[],
  run: PipelineRun,
  into: Pixels | undefined,
): Promise<Batch> {
  const { pool, signal, onProgress, ...random } = run;
  signal?.throwIfAborted();
  const prepared =
    pool &&
    createPool(pool, (some, indices) => execute(before, some, { ...run, indices, onProgress: undefined }));
  const result = await stage.run(batch, { random, signal, onProgress, pool: prepared }, allocate);
  if (into === undefined) return result;
  const collected = collectImages(result.images.shape[0] ?? 0, into);
  collected.add(result.images);
  return { ...result, images: collected.images() };
}
