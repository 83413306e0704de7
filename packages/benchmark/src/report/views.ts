import type { FigureName, ReportColumn } from './report-columns.ts';
import { DATASET_TITLES, REPORT_DATASETS, type ReportDataset } from './report-datasets.ts';

/** What a page shows: the figures of one dataset, or the most important ones of both. */
export type View = ReportDataset | 'both';

/** What the page of a report can show: one dataset, or both side by side. */
export const VIEWS: readonly View[] = [...REPORT_DATASETS, 'both'];

/** What each view is called on the page. */
export const VIEW_TITLES: Readonly<Record<View, string>> = {
  ...DATASET_TITLES,
  both: 'Side by side',
};

/** What two datasets leave no room for. */
const DETAILS: ReadonlySet<FigureName> = new Set(['cpu', 'memory', 'repeats']);

/** Whether a view has a column. */
export function isShown({ dataset, figure }: ReportColumn, view: View): boolean {
  if (dataset === null || figure === null) return true;
  if (view === 'both') return !DETAILS.has(figure) && (figure !== 'difference' || dataset === 'mnist');
  return dataset === view;
}
