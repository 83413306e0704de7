import type { Configuration } from '../configuration.ts';
import type { ExpandedGrid } from '../grid/expand-grid.ts';
import { type PaperResult, paperResult as publishedResult } from '../paper/paper-results.ts';
import { explainDifference } from './explain-difference.ts';
import { filterConfigurations } from './filter-configurations.ts';
import { groupBy } from './group-by.ts';
import { parameterText } from './parameter-text.ts';
import { DATASET_NAMES, type ReportDataset } from './report-datasets.ts';
import { reportNotes } from './report-notes.ts';
import type { BenchmarkReport, Measurement, ReportRow } from './report-row.ts';
import { configurationKey, type ResultSummary } from './summarize-rows.ts';

/** Which rows `buildReport` puts into a report, and what it compares them with. */
export interface ReportOptions {
  /** The rows of the report, in its order; whatever else there are results of comes after. @default none */
  readonly grid?: ExpandedGrid | undefined;
  /** Only these configurations, as `filterConfigurations` finds them. @default '' */
  readonly filter?: string | undefined;
  /** What the paper says of a configuration. @default its table 3 */
  readonly paperResult?:
    | ((configuration: Configuration) => Pick<PaperResult, ReportDataset> | undefined)
    | undefined;
  /** Why a configuration is not what it is in the paper, where someone found out. @default chance, where it can be */
  readonly explain?: ((configuration: Configuration) => string | undefined) | undefined;
}

const NO_GRID: ExpandedGrid = { configurations: [], leftOut: [] };
const MOST_DIFFERENCE = 0.01;
/** The paper's three decimals are no exact binary fractions. */
const ROUNDING = 1e-9;

/**
 * Puts summaries beside the paper's table. Where a configuration has several summaries of a dataset, results on all
 * samples come before others, then the latest counts.
 *
 * @see Xiao, Rasul and Vollgraf 2017, Fashion-MNIST, table 3.
 */
export function buildReport(
  summaries: readonly ResultSummary[],
  options: ReportOptions = {},
): BenchmarkReport {
  const { grid = NO_GRID, filter = '', paperResult = publishedResult, explain = () => undefined } = options;
  const found = groupBy(summaries.filter(isReported), configurationKey);
  const listed = new Map(entriesOf(grid).map((entry) => [configurationKey(entry), entry]));
  const others = [...found].flatMap(([key, [first]]) =>
    listed.has(key) || first === undefined ? [] : [{ ...first, reason: null }],
  );
  const rows = filterConfigurations([...listed.values(), ...others], filter).map((entry) =>
    reportRow(entry, found.get(configurationKey(entry)) ?? [], paperResult(entry)),
  );
  const agreement = agreementOf(rows, explain);
  return { rows, agreement, notes: reportNotes(rows, agreement) };
}

/** A configuration, and why the grid leaves it out; null when it does not. */
interface Entry extends Configuration {
  readonly reason: string | null;
}

function entriesOf({ configurations, leftOut }: ExpandedGrid): readonly Entry[] {
  return [
    ...configurations.map((configuration) => ({ ...configuration, reason: null })),
    ...leftOut.map(({ configuration, reason }) => ({ ...configuration, reason })),
  ];
}

function isReported({ dataset }: ResultSummary): boolean {
  return Object.values(DATASET_NAMES).includes(dataset);
}

function reportRow(
  { name, parameter, reason }: Entry,
  summaries: readonly ResultSummary[],
  paper: Pick<PaperResult, ReportDataset> | undefined,
): ReportRow {
  const measure = (dataset: ReportDataset) =>
    measurement(
      summaries.filter((summary) => summary.dataset === DATASET_NAMES[dataset]).toSorted(byWorth)[0],
      reason,
      paper?.[dataset] ?? null,
    );
  const mnist = measure('mnist');
  return {
    name,
    parameter,
    parameterText: parameterText(parameter),
    fashion: measure('fashion'),
    mnist: { ...mnist, agrees: isWithinTolerance(mnist) },
  };
}

function byWorth(a: ResultSummary, b: ResultSummary): number {
  return isPartial(a) - isPartial(b) || b.doneTime - a.doneTime;
}

function isPartial({ samples: { train, test } }: ResultSummary): number {
  return Number(train !== null || test !== null);
}

function measurement(
  summary: ResultSummary | undefined,
  leftOut: string | null,
  paper: number | null,
): Measurement {
  const accuracy = summary?.mean ?? null;
  const known = summary?.status ?? (leftOut === null ? 'missing' : 'left-out');
  return {
    status: known,
    reason: summary === undefined ? leftOut : summary.reason,
    accuracy,
    twiceStd: summary?.twiceStd ?? null,
    secondsPerRepeat: summary?.secondsPerRepeat ?? null,
    cpuSecondsPerRepeat: summary?.cpuSecondsPerRepeat ?? null,
    repeats: summary?.repeats ?? 0,
    peakBytes: summary?.peakBytes ?? null,
    samples: summary?.samples ?? { train: null, test: null },
    paper,
    difference: accuracy === null || paper === null ? null : accuracy - paper,
    agrees: null,
  };
}

/** Results on a part of the samples are not the paper's business. */
function isWithinTolerance({ difference, samples }: Measurement): boolean | null {
  if (difference === null || samples.train !== null || samples.test !== null) return null;
  return Math.abs(difference) <= MOST_DIFFERENCE + ROUNDING;
}

function agreementOf(
  rows: readonly ReportRow[],
  explain: NonNullable<ReportOptions['explain']>,
): BenchmarkReport['agreement'] {
  const compared = rows.filter(({ mnist }) => mnist.agrees !== null);
  const disagreements = compared.flatMap(({ name, parameter, parameterText: text, mnist }) => {
    const { accuracy, paper, difference, agrees } = mnist;
    if (agrees === true || accuracy === null || paper === null || difference === null) return [];
    const explanation = explain({ name, parameter }) ?? explainDifference(mnist);
    return [{ name, parameter, parameterText: text, accuracy, paper, difference, explanation }];
  });
  return {
    compared: compared.length,
    agreeing: compared.length - disagreements.length,
    disagreements,
  };
}
