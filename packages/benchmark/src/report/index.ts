export { type ParsedResults, parseResults, type ResultsProblem } from '../results/parse-results.ts';
export type { Provenance, ResultRow } from '../results/result-row.ts';
export { buildReport, type ReportOptions } from './build-report.ts';
export { type Family, type FamilyKind, familiesOf, familyOf, type MarkerShape } from './families.ts';
export { filterConfigurations } from './filter-configurations.ts';
export { formatAccuracy, formatBytes, formatDifference, formatSeconds, NO_FIGURE } from './format-figures.ts';
export { type HeadlineFact, headlineFacts } from './headline-facts.ts';
export {
  formatState,
  INITIAL_STATE,
  orderBy,
  orderIn,
  type PageState,
  parseState,
} from './page/page-state.ts';
export { parameterText } from './parameter-text.ts';
export { frontier } from './plot/frontier.ts';
export { markerPath } from './plot/marker-path.ts';
export { type ColumnKey, columnOf, REPORT_COLUMNS, type ReportColumn } from './report-columns.ts';
export { DATASET_NAMES, DATASET_TITLES, REPORT_DATASETS, type ReportDataset } from './report-datasets.ts';
export type { BenchmarkReport, Measurement, MeasurementStatus, ReportRow } from './report-row.ts';
export { reproduceCommand } from './reproduce-command.ts';
export { sortByValue } from './sort-by-value.ts';
export { type RowOrder, sortRows } from './sort-rows.ts';
export { configurationKey, type ResultSummary, summarizeRows } from './summarize-rows.ts';
export { isShown, VIEW_TITLES, VIEWS, type View } from './views.ts';
