import { createCheckpoint } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { scoreBatches } from '../evaluation/score-batches.ts';
import type { Network } from '../network/network.ts';
import type { TrainingBatch } from './batch-source.ts';
import { type CheckpointSaver, createSaver } from './checkpoint-saver.ts';
import { oneAhead } from './one-ahead.ts';
import { type TrainNetworkOptions, trainingRecipe } from './training-options.ts';
import type { Score, TrainingReport } from './training-report.ts';
import { TrainingSession } from './training-session.ts';
import { type TrainingWatch, watchTraining } from './watch-training.ts';

/**
 * Trains a network on tfjs' current backend: its parameters and statistics are changed in place. At the end it has the
 * averages, if `average` is given; after a failure it is as the last step has left it.
 *
 * @throws {ModelsError} `E_DIVERGED` - the loss is not finite or has exploded; `E_CHECKPOINT` - `resumeFrom` is of another
 *   network or recipe; `E_MODEL` - it is damaged; `E_OPTION` - an option is not valid; `E_SHAPE` - images or targets do
 *   not fit the network, or there are none; batches are not those of an epoch in their order.
 * @throws the signal's reason, when aborted, after a checkpoint has been saved.
 * @remarks The same network, seed and batches give the same parameters and history, bit by bit, on a backend that computes
 *   the same each time (`simd` does, with any number of threads, and `cpu`), also when it is interrupted and resumed. The
 *   event loop runs between steps, of which each computes at a stretch.
 */
export async function trainNetwork(network: Network, options: TrainNetworkOptions): Promise<TrainingReport> {
  const recipe = trainingRecipe(options);
  options.signal?.throwIfAborted();
  const startedAt = performance.now();
  const session = new TrainingSession(network, recipe);
  try {
    if (options.checkpoint?.resumeFrom !== undefined) await session.resume(options.checkpoint.resumeFrom);
    await runAndSave(session, createSaver(session, options.checkpoint), options);
    await session.finish();
    const { history } = session.state;
    const seconds = (performance.now() - startedAt) / 1000;
    return { epochs: history, stepCount: session.stepsDone, seconds };
  } finally {
    session.dispose();
  }
}

async function runAndSave(
  session: TrainingSession,
  saver: CheckpointSaver,
  options: TrainNetworkOptions,
): Promise<void> {
  const watch = watchTraining(session.recipe, options.onProgress);
  try {
    while (session.state.epoch < session.recipe.epochs) await runEpoch(session, saver, watch, options);
  } catch (error) {
    if (!(error instanceof ModelsError && error.code === 'E_DIVERGED')) await saver.save();
    throw error;
  }
  await saver.save();
}

async function runEpoch(
  session: TrainingSession,
  saver: CheckpointSaver,
  watch: TrainingWatch,
  options: TrainNetworkOptions,
): Promise<void> {
  const { batches, signal } = options;
  const { epoch, batch: firstBatch } = session.state;
  const pause = createCheckpoint(signal);
  let startedAt = performance.now();
  for await (const batch of oneAhead(batches.batches(epoch, { firstBatch, signal }))) {
    await pause();
    requireNext(session, batch);
    await session.step(batch);
    const seconds = (performance.now() - startedAt) / 1000;
    watch.trained(session.state, session.score, batch.inputs.shape[0]!, seconds);
    await saver.saveIfDue();
    startedAt = performance.now();
  }
  await pause();
  requireWholeEpoch(session);
  const validation = await validate(session, watch, options);
  const report = session.endEpoch(validation);
  watch.epochDone(session.state, report.validation ?? report);
  await session.asTrained(async () => options.onEpoch?.(report));
}

async function validate(
  session: TrainingSession,
  watch: TrainingWatch,
  { validation, signal }: TrainNetworkOptions,
): Promise<Score | null> {
  if (validation === undefined) return null;
  const onBatch = (score: Score, imageCount: number) =>
    watch.validated(session.state, score, imageCount, validation.imageCount);
  return session.asTrained(() =>
    scoreBatches(session.network, validation, session.recipe.loss, { signal, onBatch }),
  );
}

function requireNext({ state, recipe }: TrainingSession, { index }: TrainingBatch): void {
  const { batchCount } = recipe.batches;
  if (index !== state.batch || index >= batchCount)
    throw new ModelsError(
      'E_SHAPE',
      `trainNetwork.batches: expected batch ${state.batch} of 0..${batchCount - 1}, got ${index}`,
    );
}

function requireWholeEpoch({ state, recipe }: TrainingSession): void {
  const { batchCount } = recipe.batches;
  if (state.batch !== batchCount)
    throw new ModelsError(
      'E_SHAPE',
      `trainNetwork.batches: expected ${batchCount} batches in an epoch, got ${state.batch}`,
    );
}
