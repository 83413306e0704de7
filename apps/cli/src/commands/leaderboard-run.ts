import { claimedDatasets, findClaim, findRecipe, resultFile, runResult } from '@fashion-mnist/benchmark';
import type { CommandContext, CommonOptions } from '../context.ts';
import { describeMachine } from '../leaderboard/describe-machine.ts';
import { describeRun, summarizeRun } from '../leaderboard/describe-run.ts';
import { type RecipeRunOnDataset, runOnDataset } from '../leaderboard/recipe-runs.ts';
import { sourceCommit } from '../leaderboard/source-commit.ts';
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
}

export async function leaderboardRunCommand(
  row: string,
  options: LeaderboardRunCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { dataset, count, validation, out } = options;
  const isWhole = count === undefined && validation === undefined;
  if (out !== undefined) {
    if (!isWhole || dataset !== undefined)
      throw new UsageError('--out: a result is kept only without --dataset, --count and --validation');
    await requireFolder(out);
  }
  const claim = findClaim(row);
  const recipe = findRecipe(row);
  const seed = options.seed ?? recipe.seed;
  const threads = threadCount(options.threads);
  // A change of the sources while they run would not be seen afterwards.
  const commit = await sourceCommit();
  const runs: RecipeRunOnDataset[] = [];
  for (const name of dataset === undefined ? claimedDatasets(claim) : [dataset])
    runs.push(await runOnDataset(row, name, { ...options, seed, threads }, context));
  const summaries = runs.map((run) => summarizeRun(claim, run, isWhole));
  const written: string[] = [];
  if (out !== undefined) {
    const circumstances = { machine: describeMachine(threads), commit, date: new Date() };
    const result = await runResult(claim, runs, circumstances);
    written.push(await writeResult(out, await resultFile(result), context));
  }
  context.print([...summaries.flatMap(describeRun), ...written.map((path) => `wrote ${path}`)], {
    row,
    recipe: runs[0]?.run.recipe,
    runs: summaries,
    out: written,
  });
}
