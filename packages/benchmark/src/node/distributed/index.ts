export type { JobExecutor } from '../execution/job-executor.ts';
