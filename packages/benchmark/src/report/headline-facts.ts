import { formatAccuracy, formatSeconds, NO_FIGURE } from './format-figures.ts';
import { DATASET_TITLES, type ReportDataset } from './report-datasets.ts';
import type { BenchmarkReport, ReportRow } from './report-row.ts';
import { sortRows } from './sort-rows.ts';

/** A figure that matters most, in words. */
export interface HeadlineFact {
  readonly title: string;
  readonly figure: string;
  /** Small, beside the figure; empty where there is nothing to say. */
  readonly unit: string;
  readonly detail: string;
}

/** The four figures of a report that matter most. */
export function headlineFacts({ rows, agreement }: BenchmarkReport): readonly HeadlineFact[] {
  const isCompared = agreement.compared > 0;
  return [
    best(rows, 'fashion'),
    best(rows, 'mnist'),
    {
      title: 'Agree with the paper on MNIST',
      figure: isCompared ? `${agreement.agreeing}` : NO_FIGURE,
      unit: isCompared ? `of ${agreement.compared}` : '',
      detail: 'within 0.01 of its accuracy',
    },
    {
      title: 'One repeat of all that is done',
      figure: formatSeconds(totalSeconds(rows)),
      unit: '',
      detail: `${count(rows, 'fashion')} on Fashion-MNIST, ${count(rows, 'mnist')} on MNIST`,
    },
  ];
}

function best(rows: readonly ReportRow[], dataset: ReportDataset): HeadlineFact {
  const [first] = sortRows(rows, { column: `${dataset}-accuracy`, isDescending: true });
  const title = `Best on ${DATASET_TITLES[dataset]}`;
  if (first === undefined || first[dataset].accuracy === null)
    return { title, figure: NO_FIGURE, unit: '', detail: 'no result yet' };
  const detail = `${first.name} ${first.parameterText}`;
  return { title, figure: formatAccuracy(first[dataset]), unit: '', detail };
}

function count(rows: readonly ReportRow[], dataset: ReportDataset): number {
  return rows.filter((row) => row[dataset].accuracy !== null).length;
}

function totalSeconds(rows: readonly ReportRow[]): number | null {
  const seconds = rows.flatMap(({ fashion, mnist }) => [
    fashion.secondsPerRepeat ?? 0,
    mnist.secondsPerRepeat ?? 0,
  ]);
  return seconds.reduce((sum, value) => sum + value, 0) || null;
}
