export type { Configuration, GridConfiguration, Parameters, ParameterValue } from './configuration.ts';
export { BenchmarkError, type BenchmarkErrorCode } from './errors.ts';
export { baselinesGrid } from './grid/baselines-grid.ts';
export { createClassifier } from './grid/create-classifier.ts';
export { type ExpandedGrid, expandGrid, type LeftOut } from './grid/expand-grid.ts';
export type { Grid, ParameterLists } from './grid/grid.ts';
export { type ParseGridOptions, parseGrid } from './grid/parse-grid.ts';
export { type CostlyWork, type ExpectedCost, expectedCost, type SplitSizes } from './jobs/expected-cost.ts';
export type { DatasetIdentity, Job, JobDescription, Preprocessing, SampleCounts } from './jobs/job.ts';
export type { Claim, ClaimFacts, ClaimStatus } from './leaderboard/claim.ts';
export { claims, findClaim } from './leaderboard/claims.ts';
export { compareWithClaim } from './leaderboard/compare-with-claim.ts';
export type { TestLabels } from './leaderboard/figure.ts';
export type { HumanAnswer } from './leaderboard/human/human-answer.ts';
export {
  type HumanProtocol,
  type HumanProtocolOptions,
  humanProtocol,
} from './leaderboard/human/human-protocol.ts';
export { type ImportAnswersOptions, importAnswers } from './leaderboard/human/import-answers.ts';
export { type AnnotatorResult, type HumanResult, judgeAnswers } from './leaderboard/human/judge-answers.ts';
export type {
  DatasetFiles,
  Figure,
  LeaderboardResult,
  RunFigure,
  RunMachine,
  RunResult,
  SubmissionResult,
  TrainingFacts,
} from './leaderboard/leaderboard-result.ts';
export { type Entry, findEntry, type OwnEntry, ownEntries } from './leaderboard/own-entries.ts';
export type { EstimatorRecipe, HogSettings } from './leaderboard/recipes/estimator-recipe.ts';
export { findRecipe } from './leaderboard/recipes/find-recipe.ts';
export type { NetworkRecipe } from './leaderboard/recipes/network-recipe.ts';
export { isNetworkRecipe, type Recipe } from './leaderboard/recipes/recipe.ts';
export type {
  RecipeData,
  RecipeRun,
  RunRecipeOptions,
  TrainedNetwork,
} from './leaderboard/recipes/recipe-run.ts';
export { recipes } from './leaderboard/recipes/recipes.ts';
export { runRecipe } from './leaderboard/recipes/run-recipe.ts';
export { type ResultFile, resultFile } from './leaderboard/result-file.ts';
export { type KeptResult, keptResults } from './leaderboard/results.ts';
export {
  claimedAccuracy,
  claimedDatasets,
  type JudgedRun,
  type RunCircumstances,
  runResult,
} from './leaderboard/run-result.ts';
export { checkSubmission, type SubmissionJudge } from './leaderboard/submission/check-submission.ts';
export { parseLabels } from './leaderboard/submission/parse-labels.ts';
export { parseSubmission } from './leaderboard/submission/parse-submission.ts';
export type { Submission } from './leaderboard/submission/submission.ts';
export type { OtherOrder } from './leaderboard/submission/suspicions.ts';
export { describeStatus, explainStatus } from './leaderboard/table/describe-status.ts';
export { formatAccuracy } from './leaderboard/table/format-accuracy.ts';
export {
  type Leaderboard,
  leaderboard,
  type OwnRow,
  type SubmittedRow,
} from './leaderboard/table/leaderboard.ts';
export {
  type LeaderboardMarkdownOptions,
  leaderboardMarkdown,
} from './leaderboard/table/leaderboard-markdown.ts';
export { type Standing, standing } from './leaderboard/table/standing.ts';
export { wilsonInterval } from './leaderboard/wilson-interval.ts';
export { packageVersion } from './package-version.ts';
export { type PaperResult, paperResult, paperResults } from './paper/paper-results.ts';
export { buildReport, type ReportOptions } from './report/build-report.ts';
export { filterConfigurations } from './report/filter-configurations.ts';
export { reportHtml } from './report/html/report-html.ts';
export { parameterText } from './report/parameter-text.ts';
export type { ColumnKey } from './report/report-columns.ts';
export type { ReportDataset } from './report/report-datasets.ts';
export { type ReportDocument, reportJson } from './report/report-json.ts';
export { reportMarkdown } from './report/report-markdown.ts';
export type {
  BenchmarkReport,
  Disagreement,
  Measurement,
  MeasurementStatus,
  ReportRow,
} from './report/report-row.ts';
export { type ReportTableOptions, reportTable } from './report/report-table.ts';
export { type RowOrder, sortRows } from './report/sort-rows.ts';
export { type ResultSummary, type SummarizeOptions, summarizeRows } from './report/summarize-rows.ts';
export {
  type ParsedResults,
  type ParseResultsOptions,
  parseResults,
  type ResultsProblem,
} from './results/parse-results.ts';
export type { JobStatus, Provenance, ResultRow } from './results/result-row.ts';
