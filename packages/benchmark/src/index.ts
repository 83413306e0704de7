export * from './index.browser.ts';
export type { ExecuteOptions, JobExecutor } from './node/execution/job-executor.ts';
