import type { Configuration } from '../configuration.ts';
import { canonicalJson } from '../jobs/canonical-json.ts';
import type { Job, Preprocessing, SampleCounts } from '../jobs/job.ts';
import type { JobStatus, ResultRow } from '../results/result-row.ts';
import { scoreStatistics } from '../results/score-statistics.ts';
import { groupBy } from './group-by.ts';

/** All that the rows of one configuration on one dataset say, put together. */
export interface ResultSummary extends Configuration {
  /** As `fashion-mnist`. */
  readonly dataset: string;
  readonly samples: SampleCounts;
  /** null in files of the original. */
  readonly preprocessing: Preprocessing | null;
  /** null in files of the original. */
  readonly packageVersion: string | null;
  readonly status: JobStatus;
  /** Why it is not done. */
  readonly reason: string | null;
  /** Accuracies on the test split, `0..1`, in the order of the repeats. */
  readonly scores: readonly number[];
  readonly mean: number | null;
  /** Twice the standard deviation of `scores`, as in the original. */
  readonly twiceStd: number | null;
  readonly secondsPerRepeat: number | null;
  /** Of all threads together; null in files of the original. */
  readonly cpuSecondsPerRepeat: number | null;
  readonly repeats: number;
  /** The most of all repeats. */
  readonly peakBytes: number | null;
  /** SHA-256 of the predicted labels, in the order of the repeats; none in files of the original. */
  readonly predictionHashes: readonly string[];
  /** Seconds since 1970, of the latest row. */
  readonly doneTime: number;
}

/** How `summarizeRows` reads rows that name no dataset. */
export interface SummarizeOptions {
  /** The dataset of rows that name none, as those of the original. @default 'fashion-mnist' */
  readonly dataset?: string | undefined;
}

const DEFAULTS = Object.freeze({ dataset: 'fashion-mnist' } satisfies Required<SummarizeOptions>);
const ALL_SAMPLES: SampleCounts = Object.freeze({ train: null, test: null });

/**
 * One summary per configuration and dataset, in the order of their first rows. Rows on fewer samples, with another
 * preprocessing or by another version of the package are summarized apart.
 *
 * Of rows with the same job the last counts. Of the original's rows, which hold the scores of all repeats so far, the
 * one with the most counts.
 */
export function summarizeRows(
  rows: readonly ResultRow[],
  options: SummarizeOptions = {},
): readonly ResultSummary[] {
  const { dataset = DEFAULTS.dataset } = options;
  const groups = groupBy(rows, (row) => groupKey(row, dataset));
  return [...groups.values()].map((group) => summarize(current(group), dataset));
}

/** Equal for the same name and the same parameters in whatever order. */
export function configurationKey({ name, parameter }: Configuration): string {
  return canonicalJson({ name, parameter });
}

/** Equal for repeats of the same work. */
function groupKey({ name, parameter, job }: ResultRow, dataset: string): string {
  if (job === null) return canonicalJson({ name, parameter, dataset });
  const { id: _id, repeat: _repeat, seed: _seed, ...work } = job;
  return canonicalJson({ name, parameter, ...work });
}

/** The rows that count: one per job, in the order of the repeats. */
function current(group: readonly ResultRow[]): readonly ResultRow[] {
  const rows = group.filter(({ job }) => job !== null);
  if (rows.length > 0)
    return [...new Map(rows.map((row) => [row.job?.id, row])).values()].toSorted(
      (a, b) => (a.job?.repeat ?? 0) - (b.job?.repeat ?? 0),
    );
  const longest = group.reduce((best, row) => (row.score.length >= best.score.length ? row : best));
  return [longest];
}

function summarize(rows: readonly ResultRow[], dataset: string): ResultSummary {
  const done = rows.filter(({ status }) => status === 'done');
  const latest = rows.reduce((late, row) => (row.done_time >= late.done_time ? row : late));
  const { name, parameter, job } = latest;
  const scores = done.flatMap(({ score }) => score);
  const { mean, doubledDeviation } = scoreStatistics(scores);
  const hashes = done.flatMap(({ provenance }) => provenance?.predictions_sha256 ?? []);
  return {
    name,
    parameter,
    ...identityOf(job, dataset),
    status: done.length > 0 ? 'done' : latest.status,
    reason: done.length > 0 ? null : latest.reason,
    scores,
    mean: finite(mean),
    twiceStd: finite(doubledDeviation),
    secondsPerRepeat: secondsPerRepeat(done),
    cpuSecondsPerRepeat: scoreStatistics(done.flatMap(({ provenance }) => provenance?.cpu_seconds ?? []))
      .mean,
    repeats: scores.length,
    peakBytes: peakOf(rows),
    predictionHashes: hashes,
    doneTime: latest.done_time,
  };
}

function identityOf(job: Omit<Job, keyof Configuration> | null, dataset: string) {
  return {
    dataset: job?.dataset.name ?? dataset,
    samples: job?.samples ?? ALL_SAMPLES,
    preprocessing: job?.preprocessing ?? null,
    packageVersion: job?.packageVersion ?? null,
  };
}

function secondsPerRepeat(rows: readonly ResultRow[]): number | null {
  const perScore = rows.flatMap(({ score, time_per_repeat: seconds }) => score.flatMap(() => seconds ?? []));
  return scoreStatistics(perScore).mean;
}

function peakOf(rows: readonly ResultRow[]): number | null {
  const peaks = rows.flatMap(({ provenance }) => provenance?.peak_bytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** A score that is no number makes no mean. */
function finite(value: number | null): number | null {
  return Number.isFinite(value) ? value : null;
}
