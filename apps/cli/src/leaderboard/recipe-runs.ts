import { type JudgedRun, runRecipe } from '@fashion-mnist/benchmark';
import type { CommandContext } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { loadMaterial } from '../models/material.ts';
import { writeOutput } from '../output/write-output.ts';
import { modelOfRun } from './model-of-run.ts';
import { checkpointIn } from './training-files.ts';

export interface RecipeRunOptions {
  readonly count?: number;
  readonly validation?: number;
  readonly seed: number;
  readonly threads: number | undefined;
  readonly cacheDir?: string;
  readonly checkpoint: string | undefined;
  /** Where the trained network goes. */
  readonly model: string | undefined;
}

/** A run, and what its pictures were that it is judged by. */
export interface RecipeRunOnDataset extends JudgedRun {
  readonly what: string;
  readonly trainCount: number;
}

/** Runs the recipe of a row on a dataset. */
export async function runOnDataset(
  row: string,
  dataset: string,
  options: RecipeRunOptions,
  context: CommandContext,
): Promise<RecipeRunOnDataset> {
  const { signal, progress } = context;
  const definition = await resolveDataset(dataset);
  const { train, judged, what } = await loadMaterial(dataset, options, context);
  const job = `${row} on ${definition.name}`;
  const { seed, threads, model } = options;
  const checkpoint = await checkpointIn(options.checkpoint);
  const run = await runRecipe(
    row,
    { train, judged },
    { seed, threads, checkpoint, signal, onProgress: progress.listen(job) },
  );
  progress.drop(job);
  const file = model === undefined ? undefined : await modelOfRun(run, train);
  if (model !== undefined && file !== undefined) await writeOutput(model, file, { signal });
  return { definition, test: judged, run, what, trainCount: train.labels.length };
}
