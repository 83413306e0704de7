import { type JudgedRun, runRecipe } from '@fashion-mnist/benchmark';
import type { CommandContext } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { loadMaterial } from '../models/material.ts';

export interface RecipeRunOptions {
  readonly count?: number;
  readonly validation?: number;
  readonly seed: number;
  readonly threads: number | undefined;
  readonly cacheDir?: string;
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
  const { seed, threads } = options;
  const run = await runRecipe(
    row,
    { train, judged },
    { seed, threads, signal, onProgress: progress.listen(job) },
  );
  progress.drop(job);
  return { definition, test: judged, run, what, trainCount: train.labels.length };
}
