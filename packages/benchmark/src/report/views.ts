import type { FigureName, ReportColumn } from './report-columns.ts';
import type { ReportDataset } from './report-row.ts';

/** What a page shows: the figures of one dataset, or the most important ones of both. */
export type View = ReportDataset | 'both';

export const VIEWS: readonly View[] = ['fashion', 'mnist', 'both'];

export const VIEW_TITLES: Readonly<Record<View, string>> = {
  fashion: 'Fashion-MNIST',
  mnist: 'MNIST',
  both: 'Side by side',
};

/** Figures that have a place only where one dataset is shown. */
const DETAILS: ReadonlySet<FigureName> = new Set(['memory', 'repeats']);

/** Whether a view has a column. */
export function isShown({ dataset, figure }: ReportColumn, view: View): boolean {
  if (dataset === null || figure === null) return true;
  if (view === 'both') return !isDetail(figure) && (figure !== 'difference' || dataset === 'mnist');
  return dataset === view;
}

export function isDetail(figure: FigureName): boolean {
  return DETAILS.has(figure);
}
