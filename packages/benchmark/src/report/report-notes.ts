import { formatDifference } from './format-figures.ts';
import { DATASET_TITLES, REPORT_DATASETS, type ReportDataset } from './report-datasets.ts';
import type { BenchmarkReport, Disagreement, ReportRow } from './report-row.ts';

const OTHER_FILES =
  "The paper's Fashion-MNIST column was measured on 25 August 2017, before the files were re-shuffled (26 August) and " +
  "de-duplicated (31 August). Today's files are others, so a difference there says nothing about a classifier.";

/** What a reader must know to read the figures right. */
export function reportNotes(
  rows: readonly ReportRow[],
  agreement: BenchmarkReport['agreement'],
): readonly string[] {
  return [
    OTHER_FILES,
    ...agreementNotes(agreement),
    ...REPORT_DATASETS.flatMap((dataset) => partNotes(rows, dataset)),
  ];
}

function agreementNotes({ compared, agreeing, disagreements }: BenchmarkReport['agreement']) {
  if (compared === 0) return ['No MNIST result can be compared with the paper yet.'];
  return [
    `On MNIST, ${agreeing} of ${compared} configurations agree with the paper within 0.01.`,
    ...disagreements.map(disagreementNote),
  ];
}

function disagreementNote({ name, parameterText, ...figures }: Disagreement): string {
  const { accuracy, paper, difference, explanation } = figures;
  const what = `${name} ${parameterText}`.trimEnd();
  const gap = `${accuracy.toFixed(4)} on MNIST, paper ${paper.toFixed(3)} (${formatDifference(difference)})`;
  return `${what}: ${gap}: ${explanation ?? 'not explained'}.`;
}

function partNotes(rows: readonly ReportRow[], dataset: ReportDataset): readonly string[] {
  const partial = rows.filter(
    ({ [dataset]: { samples } }) => samples.train !== null || samples.test !== null,
  );
  if (partial.length === 0) return [];
  return [
    `${partial.length} results of ${DATASET_TITLES[dataset]} are of a part of the samples: no measure of a classifier.`,
  ];
}
