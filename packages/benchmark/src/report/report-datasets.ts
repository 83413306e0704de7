/** The two datasets of the original's benchmark, by their fields in a row of the report. */
export type ReportDataset = 'fashion' | 'mnist';

/** The datasets of a report, in the order of its columns. */
export const REPORT_DATASETS: readonly ReportDataset[] = ['fashion', 'mnist'];

/** Their names in results and on the command line. */
export const DATASET_NAMES: Readonly<Record<ReportDataset, string>> = {
  fashion: 'fashion-mnist',
  mnist: 'mnist',
};

/** Their names for people. */
export const DATASET_TITLES: Readonly<Record<ReportDataset, string>> = {
  fashion: 'Fashion-MNIST',
  mnist: 'MNIST',
};
