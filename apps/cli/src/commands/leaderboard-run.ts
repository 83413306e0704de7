import {
  claimedDatasets,
  findEntry,
  findRecipe,
  isNetworkRecipe,
  resultFile,
  runResult,
} from '@fashion-mnist/benchmark';
import type { CommandContext, CommonOptions } from '../context.ts';
import { describeMachine } from '../leaderboard/describe-machine.ts';
import { describeRun, summarizeRun } from '../leaderboard/describe-run.ts';
import { type RecipeRunOnDataset, runOnDataset } from '../leaderboard/recipe-runs.ts';
import { sourceCommit } from '../leaderboard/source-commit.ts';
import { fileOf, requireNoModel } from '../leaderboard/training-files.ts';
import { writeResult } from '../leaderboard/write-result.ts';
import { requireFolder } from '../output/require-free.ts';
import { threadCount } from '../threads.ts';
import { UsageError } from '../usage-error.ts';

export interface LeaderboardRunCommandOptions extends CommonOptions {
  readonly dataset?: string;
  readonly count?: number;
  readonly validation?: number;
  readonly seed?: number;
  readonly threads?: number;
  readonly out?: string;
  readonly cacheDir?: string;
  readonly checkpoint?: string;
  readonly model?: string;
}

export async function leaderboardRunCommand(
  row: string,
  options: LeaderboardRunCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { dataset, count, validation, out } = options;
  const isWhole = count === undefined && validation === undefined;
  if (out !== undefined && !isWhole)
    throw new UsageError('--out: a result is kept only without --count and --validation');
  const entry = findEntry(row);
  const recipe = findRecipe(row);
  if (!isNetworkRecipe(recipe)) refuseFilesOfNetworks(options);
  const claimed = claimedDatasets(entry);
  const datasets = dataset === undefined ? claimed : [dataset];
  if (out !== undefined) {
    if (!datasets.every((name) => claimed.includes(name)))
      throw new UsageError(
        `--out: expected --dataset to be of ${claimed.join(', ')}, of which ${row} claims something`,
      );
    await requireFolder(out);
  }
  for (const name of datasets) await requireNoModel(fileOf(options.model, name, datasets.length));
  const seed = options.seed ?? recipe.seed;
  const threads = threadCount(options.threads);
  // A change of the sources while they run would not be seen afterwards.
  const commit = await sourceCommit();
  const runs: RecipeRunOnDataset[] = [];
  for (const name of datasets) {
    const [checkpoint, model] = [options.checkpoint, options.model].map((path) =>
      fileOf(path, name, datasets.length),
    );
    runs.push(await runOnDataset(row, name, { ...options, seed, threads, checkpoint, model }, context));
  }
  const summaries = runs.map((run) => summarizeRun(entry, run, isWhole));
  const written: string[] = [];
  if (out !== undefined) {
    const circumstances = { machine: describeMachine(threads), commit, date: new Date() };
    const result = await runResult(entry, runs, circumstances);
    written.push(await writeResult(out, await resultFile(result), context));
  }
  context.print([...summaries.flatMap(describeRun), ...written.map((path) => `wrote ${path}`)], {
    row,
    recipe: runs[0]?.run.recipe,
    runs: summaries,
    out: written,
  });
}

function refuseFilesOfNetworks(options: LeaderboardRunCommandOptions): void {
  for (const name of ['checkpoint', 'model'] as const)
    if (options[name] !== undefined) throw new UsageError(`--${name}: only for rows that train a network`);
}
