import {
  type BenchmarkReport,
  buildReport,
  configurationKey,
  DATASET_NAMES,
  parseResults,
  type ReportDataset,
  type ReportRow,
  type ResultRow,
  summarizeRows,
} from '@fashion-mnist/benchmark/report';

/** A configuration: our results, and the reader's where a file is open. */
export interface ComparedRow {
  readonly key: string;
  readonly ours: ReportRow;
  readonly yours: ReportRow | undefined;
}

/** Rows of results files, put together by configuration. */
export interface Results {
  readonly report: BenchmarkReport;
  readonly rows: readonly ComparedRow[];
  /** The runs behind our figure of a configuration, in the order of the repeats. */
  runsOf(key: string, dataset: ReportDataset): readonly ResultRow[];
}

/** The kept rows, which come as a chunk of their own each. */
export async function loadKeptRows(): Promise<readonly ResultRow[]> {
  const files = await Promise.all([
    import('@fashion-mnist/benchmark/results/fashion-mnist.jsonl?raw'),
    import('@fashion-mnist/benchmark/results/mnist.jsonl?raw'),
  ]);
  return files.flatMap((file) => parseResults(file.default).rows);
}

/** Puts our rows beside the paper's figures, and the reader's rows beside both. */
export function compareResults(ours: readonly ResultRow[], yours?: readonly ResultRow[]): Results {
  const summaries = summarizeRows(ours);
  const others = summarizeRows(yours ?? []);
  const configurations = [
    ...new Map([...summaries, ...others].map((one) => [configurationKey(one), one])).values(),
  ];
  const grid = { configurations: configurations.map((one) => ({ ...one, defaults: {} })), leftOut: [] };
  const report = buildReport(summaries, { grid });
  const theirs = yours && buildReport(others, { grid });
  const runs = ours.map((row) => ({ row, key: configurationKey(row), dataset: row.job?.dataset.name }));
  return {
    report,
    rows: report.rows.map((row, index) => ({
      key: configurationKey(row),
      ours: row,
      yours: theirs?.rows[index],
    })),
    runsOf: (key, dataset) =>
      runs.filter((run) => run.key === key && run.dataset === DATASET_NAMES[dataset]).map(({ row }) => row),
  };
}
