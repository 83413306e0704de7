export type { Configuration, GridConfiguration, Parameters, ParameterValue } from './configuration.ts';
export { BenchmarkError, type BenchmarkErrorCode } from './errors.ts';
export { baselinesGrid } from './grid/baselines-grid.ts';
export { createClassifier } from './grid/create-classifier.ts';
export { type ExpandedGrid, expandGrid, type LeftOut } from './grid/expand-grid.ts';
export { countCombinations, type Grid, type ParameterLists } from './grid/grid.ts';
export { type ParseGridOptions, parseGrid } from './grid/parse-grid.ts';
export { canonicalJson } from './jobs/canonical-json.ts';
export { createJob } from './jobs/create-job.ts';
export { identifyDataset, publishedIdentity } from './jobs/dataset-identity.ts';
export { dueJobs } from './jobs/due-jobs.ts';
export { type CostlyWork, type ExpectedCost, expectedCost, type SplitSizes } from './jobs/expected-cost.ts';
export type { DatasetIdentity, Job, JobDescription, Preprocessing, SampleCounts } from './jobs/job.ts';
export { type CostModel, learnCosts } from './jobs/learn-costs.ts';
export { longestFirst } from './jobs/longest-first.ts';
export { type PlannedConfiguration, planJobs, type RunSettings } from './jobs/plan-jobs.ts';
export { repeatSeed } from './jobs/repeat-seed.ts';
export { INVARIANCE, neededRepeats, REPEATS, type RepeatOutcome } from './jobs/repeats.ts';
export { sha256 } from './jobs/sha256.ts';
export { type WorkLeft, workLeft } from './jobs/work-left.ts';
export { packageVersion } from './package-version.ts';
export { type PaperResult, paperResult, paperResults } from './paper/paper-results.ts';
export {
  type ParsedResults,
  type ParseResultsOptions,
  parseResults,
  type ResultsProblem,
} from './results/parse-results.ts';
export type { JobStatus, Provenance, ResultRow } from './results/result-row.ts';
export { type ScoreStatistics, scoreStatistics } from './results/score-statistics.ts';
