import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { BenchmarkError } from '../errors.ts';
import { sha256 } from '../jobs/sha256.ts';
import { packageVersion } from '../package-version.ts';
import { compareWithClaim, TOLERANCE } from './compare-with-claim.ts';
import { figureOf, type TestLabels } from './figure.ts';
import { isPublished } from './is-published.ts';
import type { RunFigure, RunMachine, RunResult, TrainingFacts } from './leaderboard-result.ts';
import type { Entry } from './own-entries.ts';
import type { RecipeRun, TrainedNetwork } from './recipes/recipe-run.ts';

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

/** The datasets of which a row claims something; Fashion-MNIST for entries of our own. */
export function claimedDatasets({ mnist }: Entry): readonly string[] {
  return mnist === null ? ['fashion-mnist'] : ['fashion-mnist', 'mnist'];
}

/** What an entry claims of a dataset; null for nothing. */
export function claimedAccuracy({ fashion, mnist }: Entry, dataset: string): number | null {
  return { 'fashion-mnist': fashion, mnist }[dataset] ?? null;
}

/**
 * The figure of a run beside its claim.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - as `figureOf`.
 */
async function runFigure(entry: Entry, { definition, test, run }: JudgedRun): Promise<RunFigure> {
  const claimed = claimedAccuracy(entry, definition.name);
  const figure = await figureOf(run.predictions, test, definition);
  return {
    ...figure,
    claimed,
    verdict: claimed === null ? null : compareWithClaim(figure.accuracy, claimed),
    fit_seconds: roundedSeconds(run.fitSeconds),
    predict_seconds: roundedSeconds(run.predictSeconds),
    ...(run.training !== null && { training: await trainingFacts(run.training) }),
  };
}

async function trainingFacts(trained: TrainedNetwork): Promise<TrainingFacts> {
  return {
    epochs: trained.epochs,
    parameters: trained.parameterCount,
    backend: trained.backend,
    weights_sha256: await sha256(trained.file),
  };
}

/**
 * What is kept of the runs of a row, or of an entry of our own.
 *
 * @param runs - One for each of some datasets of `claimedDatasets`, in that order: a run may take hours, so that each may
 *   be kept by itself.
 * @throws {BenchmarkError} `E_LEADERBOARD` - no run, several on one dataset, or one on other data than the published ones
 *   or on what the row claims nothing of.
 */
export async function runResult(
  entry: Entry,
  runs: readonly JudgedRun[],
  { machine, commit, date }: RunCircumstances,
): Promise<RunResult> {
  const [first] = runs;
  const claimed = claimedDatasets(entry);
  const got = runs.map(({ definition }) => definition.name);
  if (first === undefined || got.join() !== claimed.filter((name) => got.includes(name)).join())
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `${entry.id}: expected one run on ${claimed.join(', on ')}, or on each, got ${got.join(' and ') || 'none'}`,
    );
  const foreign = runs.find(({ definition }) => !isPublished(definition));
  if (foreign !== undefined)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `${foreign.definition.name}: expected the published files; results on others are not kept`,
    );
  return {
    kind: 'run',
    row: entry.id,
    figures: await Promise.all(runs.map((run) => runFigure(entry, run))),
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
