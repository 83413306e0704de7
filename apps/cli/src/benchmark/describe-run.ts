import { type JobStatus, parameterText, type ResultRow } from '@fashion-mnist/benchmark';
import { describeTimeLeft } from '../terminal/time-left.ts';

/** What a run tells of itself while it goes on. */
export interface RunState {
  readonly done: number;
  /** Configurations that are being done, as far as this process knows. */
  readonly running: readonly Pick<ResultRow, 'name' | 'parameter'>[];
  readonly left: number;
  readonly secondsLeft?: number | undefined;
}

export function describeRun({ done, running, left, secondsLeft }: RunState): string {
  const count = `${done} done, ${running.length > 0 ? `${running.length} running, ` : ''}${left} left`;
  const time = secondsLeft === undefined ? undefined : `about ${describeTimeLeft(secondsLeft)}`;
  return [count, time, ...running.map(describeConfiguration)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** One job that has ended, in a line. */
export function describeRow({ name, parameter, status, reason, job, ...row }: ResultRow): string {
  const what = `${describeConfiguration({ name, parameter })}, repeat ${(job?.repeat ?? 0) + 1}`;
  if (status !== 'done') return `${what}: ${status}, ${reason}`;
  return `${what}: ${row.mean_accuracy?.toFixed(4)} in ${row.time_per_repeat?.toFixed(1)} s`;
}

/** How many jobs ended how: `240 done, 2 refused`. */
export function describeStatuses(counts: Readonly<Partial<Record<JobStatus, number>>>): string {
  const parts = Object.entries(counts).map(([status, count]) => `${count} ${status}`);
  return parts.length === 0 ? 'no job' : parts.join(', ');
}

export function countStatuses(rows: readonly ResultRow[]): Partial<Record<JobStatus, number>> {
  const counts: Partial<Record<JobStatus, number>> = {};
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function describeConfiguration({ name, parameter }: Pick<ResultRow, 'name' | 'parameter'>): string {
  return `${name} ${parameterText(parameter)}`.trimEnd();
}
