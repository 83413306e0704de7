/** The name of the original's grid. */
export const BASELINES = 'baselines';

/** What a report can be sorted by. */
export const REPORT_SORTS = ['accuracy', 'time', 'name'] as const;

export type ReportSort = (typeof REPORT_SORTS)[number];
