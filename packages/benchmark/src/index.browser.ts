export type { Configuration, Parameters, ParameterValue } from './configuration.ts';
export { BenchmarkError, type BenchmarkErrorCode } from './errors.ts';
export type { DatasetIdentity, Job, JobDescription, Preprocessing, SampleCounts } from './jobs/job.ts';
export type { JobStatus, Provenance, ResultRow } from './results/result-row.ts';
