import type { ExpandedGrid } from '../../grid/expand-grid.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { buildReport } from '../build-report.ts';
import type { BenchmarkReport } from '../report-row.ts';
import { summarizeRows } from '../summarize-rows.ts';

export interface SampleRow {
  readonly name?: string;
  readonly parameter?: ResultRow['parameter'];
  readonly dataset?: string;
  readonly repeat?: number;
  readonly score?: readonly number[];
  readonly seconds?: number;
  readonly status?: ResultRow['status'];
  readonly reason?: string;
  readonly samples?: { readonly train: number | null; readonly test: number | null };
  readonly packageVersion?: string;
  readonly doneTime?: number;
  readonly peakBytes?: number;
}

/** A row of a results file as our runner writes it. */
export function sampleRow(row: SampleRow): ResultRow {
  const { name = 'GaussianNB', parameter = {}, dataset = 'fashion-mnist', repeat = 0 } = row;
  const { score = [0.5], status = 'done', samples = { train: null, test: null }, doneTime = 1 } = row;
  const { packageVersion = '0.1.0', seconds = 1, reason = null, peakBytes = 1e8 } = row;
  const id = JSON.stringify([name, parameter, dataset, repeat, samples, packageVersion]);
  const identity = { name: dataset, sha256: 'ab'.repeat(32) };
  return {
    name,
    parameter,
    score: status === 'done' ? score : [],
    status,
    reason,
    mean_accuracy: status === 'done' ? (score[0] ?? null) : null,
    std_accuracy: status === 'done' ? 0 : null,
    time_per_repeat: status === 'done' ? seconds : null,
    num_repeat: score.length,
    start_time: doneTime - 1,
    done_time: doneTime,
    job: {
      id,
      defaults: {},
      dataset: identity,
      samples,
      preprocessing: 'standard',
      repeat,
      seed: repeat,
      packageVersion,
    },
    provenance: provenance(peakBytes, repeat),
  };
}

/** A row as the original writes it: all scores so far, and nothing about the job. */
export function originalRow(score: readonly number[], row: SampleRow = {}): ResultRow {
  const time_per_repeat = row.seconds ?? 1;
  return {
    ...sampleRow({ ...row, score }),
    num_repeat: score.length,
    time_per_repeat,
    job: null,
    provenance: null,
  };
}

function provenance(peakBytes: number, repeat: number): NonNullable<ResultRow['provenance']> {
  return {
    fit_seconds: 0.5,
    predict_seconds: 0.5,
    cpu_seconds: 1,
    peak_bytes: peakBytes,
    predictions_sha256: `${repeat}`.repeat(64),
    same_fit_as: null,
    threads: 1,
    cpu: 'a CPU',
    cores: 2,
    memory_bytes: 8e9,
    node: '24.0.0',
    commit: null,
  };
}

export const HOSTILE_NAME = '</script><script>alert(1)</script>';

const SGD = { name: 'SGDClassifier', parameter: { loss: 'hinge', penalty: 'l2' } } as const;

const GRID: ExpandedGrid = {
  configurations: [
    { name: 'SVC', parameter: { C: 10, kernel: 'rbf' }, defaults: {} },
    { name: 'GaussianNB', parameter: {}, defaults: {} },
    { ...SGD, defaults: {} },
    {
      name: 'MLPClassifier',
      parameter: { activation: 'relu', hidden_layer_sizes: [100, 10] },
      defaults: {},
    },
    { name: 'RandomForestClassifier', parameter: { max_depth: 50 }, defaults: {} },
  ],
  leftOut: [
    {
      configuration: { name: 'LinearSVC', parameter: { penalty: 'l1', loss: 'hinge' }, defaults: {} },
      reason: 'l1 does not go with hinge',
    },
  ],
};

const PAPER: Readonly<Record<string, { readonly fashion: number; readonly mnist: number }>> = {
  SVC: { fashion: 0.897, mnist: 0.973 },
  GaussianNB: { fashion: 0.511, mnist: 0.524 },
  SGDClassifier: { fashion: 0.819, mnist: 0.914 },
  MLPClassifier: { fashion: 0.871, mnist: 0.972 },
};

const ROWS: readonly ResultRow[] = [
  sampleRow({ name: 'SVC', parameter: { kernel: 'rbf', C: 10 }, score: [0.8984], seconds: 12 }),
  sampleRow({
    name: 'SVC',
    parameter: { C: 10, kernel: 'rbf' },
    dataset: 'mnist',
    score: [0.9726],
    seconds: 9,
  }),
  sampleRow({ score: [0.5703], seconds: 0.05 }),
  sampleRow({ dataset: 'mnist', score: [0.524], seconds: 0.04 }),
  sampleRow({ ...SGD, score: [0.8204], seconds: 11 }),
  sampleRow({ ...SGD, dataset: 'mnist', score: [0.8956], seconds: 8 }),
  sampleRow({
    name: 'RandomForestClassifier',
    parameter: { max_depth: 50 },
    status: 'refused',
    reason: 'it needs 30 GB',
  }),
  sampleRow({ name: HOSTILE_NAME, parameter: { text: HOSTILE_NAME }, score: [0.1] }),
];

/** A small report with a row of every kind: done, refused, left out, without a result, and one with markup in it. */
export function sampleReport(): BenchmarkReport {
  return buildReport(summarizeRows(ROWS), {
    grid: GRID,
    paperResult: ({ name }) => PAPER[name],
    explain: ({ name }) => (name === 'SGDClassifier' ? 'it made five passes' : undefined),
  });
}
