import type { ProgressEvent, ProgressListener } from '@fashion-mnist/core';
import ora, { type Ora } from 'ora';

/** Shows on stderr how far work has come; several jobs may run at once. */
export interface Progress {
  /** A listener for a job; its latest event is shown under this name until `finish`. */
  listen(job: string): ProgressListener;
  /** Ends a job with a line that stays. */
  finish(job: string, line: string): void;
  /** A line that stays, for something the user needs to know. */
  warn(line: string): void;
  /** Takes away what moves. */
  stop(): void;
}

export interface ProgressSettings {
  readonly quiet: boolean;
  readonly isTerminal: boolean;
}

/** A spinner with bars on a terminal, plain lines elsewhere, nothing but warnings when quiet. */
export function createProgress({ quiet, isTerminal }: ProgressSettings): Progress {
  const spinner = isTerminal && !quiet ? ora({ stream: process.stderr, discardStdin: false }) : undefined;
  const latest = new Map<string, ProgressEvent>();

  const listen = (job: string) => (event: ProgressEvent) => {
    if (event.stage === 'quarantine') warn(`a corrupt file of the cache was set aside: ${event.detail}`);
    latest.set(job, event);
    if (spinner !== undefined) show(spinner, latest);
  };

  function finish(job: string, line: string): void {
    latest.delete(job);
    if (spinner !== undefined) spinner.succeed(line);
    else if (!quiet) console.error(line);
    if (spinner !== undefined && latest.size > 0) show(spinner, latest);
  }

  function warn(line: string): void {
    if (spinner !== undefined) spinner.warn(line);
    else console.error(`warning: ${line}`);
  }

  return { listen, finish, warn, stop: () => spinner?.stop() };
}

function show(spinner: Ora, latest: ReadonlyMap<string, ProgressEvent>): void {
  const text = Array.from(latest, ([job, event]) => `${job}: ${describe(event)}`).join('   ');
  spinner.text = text;
  if (!spinner.isSpinning) spinner.start();
}

const BAR_WIDTH = 16;

function describe({ stage, completed, total, detail }: ProgressEvent): string {
  const share = total > 0 ? Math.min(completed / total, 1) : 0;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `${bar} ${percent} ${stage}${detail === undefined ? '' : ` ${detail}`}`;
}
