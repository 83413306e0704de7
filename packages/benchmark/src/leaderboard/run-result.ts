import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { BenchmarkError } from '../errors.ts';
import { packageVersion } from '../package-version.ts';
import type { Claim } from './claim.ts';
import { compareWithClaim, TOLERANCE } from './compare-with-claim.ts';
import { figureOf, type TestLabels } from './figure.ts';
import { isPublished } from './is-published.ts';
import type { RunFigure, RunMachine, RunResult } from './leaderboard-result.ts';
import type { RecipeRun } from './recipes/run-recipe.ts';

/** A run of a recipe on all images of a dataset. */
export interface JudgedRun {
  readonly definition: DatasetDefinition;
  readonly test: TestLabels;
  readonly run: RecipeRun;
}

/** Where and when a run was made. */
export interface RunCircumstances {
  readonly machine: RunMachine;
  readonly commit: string | null;
  readonly date: Date;
}

/** The datasets of which a row claims something. */
export function claimedDatasets({ mnist }: Claim): readonly string[] {
  return mnist === null ? ['fashion-mnist'] : ['fashion-mnist', 'mnist'];
}

/**
 * The figure of a run beside its claim.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - the row claims nothing of the dataset, or as `figureOf`.
 */
export async function runFigure(claim: Claim, { definition, test, run }: JudgedRun): Promise<RunFigure> {
  const claimed = { 'fashion-mnist': claim.fashion, mnist: claim.mnist }[definition.name] ?? null;
  if (claimed === null)
    throw new BenchmarkError('E_LEADERBOARD', `${claim.id} claims nothing of ${definition.name}`);
  const figure = await figureOf(run.predictions, test, definition);
  return {
    ...figure,
    claimed,
    verdict: compareWithClaim(figure.accuracy, claimed),
    fit_seconds: roundedSeconds(run.fitSeconds),
    predict_seconds: roundedSeconds(run.predictSeconds),
  };
}

/**
 * What is kept of the runs of a row.
 *
 * @param runs - One per dataset of `claimedDatasets`, in that order.
 * @throws {BenchmarkError} `E_LEADERBOARD` - runs on other data than the published ones, or not one for each.
 */
export async function runResult(
  claim: Claim,
  runs: readonly JudgedRun[],
  { machine, commit, date }: RunCircumstances,
): Promise<RunResult> {
  const [first] = runs;
  const expected = claimedDatasets(claim);
  const got = runs.map(({ definition }) => definition.name);
  if (first === undefined || got.join() !== expected.join())
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `${claim.id}: expected runs on ${expected.join(' and ')}, got ${got.join(' and ') || 'none'}`,
    );
  const foreign = runs.find(({ definition }) => !isPublished(definition));
  if (foreign !== undefined)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `${foreign.definition.name}: expected the published files; results on others are not kept`,
    );
  return {
    kind: 'run',
    row: claim.id,
    figures: await Promise.all(runs.map((run) => runFigure(claim, run))),
    tolerance: TOLERANCE,
    recipe: first.run.recipe,
    seed: first.run.recipe.seed,
    machine,
    package_version: packageVersion,
    commit,
    date: date.toISOString().slice(0, 10),
  };
}

/** Seconds with three digits: clocks promise no more. */
function roundedSeconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
