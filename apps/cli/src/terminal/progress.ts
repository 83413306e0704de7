import type { ProgressEvent, ProgressListener } from '@fashion-mnist/core';
import type { Ora } from 'ora';
import { describeProgress } from './describe-progress.ts';
import { createTimeLeft } from './time-left.ts';
import { usesColor } from './uses-color.ts';

/** Shows on stderr how far work has come; several jobs may run at once. */
export interface Progress {
  /** A listener for a job; its latest event is shown under this name until `finish`. */
  listen(job: string): ProgressListener;
  /** What to show of a job whose progress is no share of a whole. */
  show(job: string, text: string): void;
  /** Ends a job with a line that stays. */
  finish(job: string, line: string): void;
  /** Ends a job without a word. */
  drop(job: string): void;
  /** A line that stays, for something the user needs to know; said once. */
  warn(line: string): void;
  /** Takes away what moves. */
  stop(): void;
}

export interface ProgressSettings {
  readonly quiet: boolean;
  /** Whether stderr is a terminal with room for a line that moves. */
  readonly canMove: boolean;
}

/** No eye follows more; some jobs report tens of thousands of steps. */
const SHOW_INTERVAL_MS = 50;

/** A spinner with bars on a terminal, plain lines elsewhere, nothing but warnings when quiet. */
export async function createProgress({ quiet, canMove }: ProgressSettings): Promise<Progress> {
  const spinner = canMove && !quiet ? await createSpinner() : undefined;
  const latest = new Map<string, string>();
  const warned = new Set<string>();
  let shownAt = -Infinity;

  const listen = (job: string) => {
    const timeLeft = createTimeLeft();
    return (event: ProgressEvent) => {
      const warning = warningOf(event);
      if (warning !== undefined) return warn(warning);
      const now = performance.now();
      latest.set(job, describeProgress(event, timeLeft(event, now)));
      if (spinner === undefined || now - shownAt < SHOW_INTERVAL_MS) return;
      shownAt = now;
      draw(spinner, latest);
    };
  };

  function show(job: string, text: string): void {
    latest.set(job, text);
    if (spinner !== undefined) draw(spinner, latest);
  }

  function finish(job: string, line: string): void {
    latest.delete(job);
    if (spinner !== undefined) spinner.succeed(line);
    else if (!quiet) console.error(line);
    if (spinner !== undefined && latest.size > 0) draw(spinner, latest);
  }

  function drop(job: string): void {
    latest.delete(job);
    if (latest.size === 0) spinner?.stop();
  }

  function warn(line: string): void {
    if (warned.has(line)) return;
    warned.add(line);
    if (spinner !== undefined) spinner.warn(line);
    else console.error(`warning: ${line}`);
  }

  return { listen, show, finish, drop, warn, stop: () => spinner?.stop() };
}

/** Loading it takes half as long as everything else that a command starts with: only a terminal waits for it. */
async function createSpinner(): Promise<Ora> {
  const { default: ora } = await import('ora');
  return ora({
    stream: process.stderr,
    discardStdin: false,
    color: usesColor(process.stderr) ? 'cyan' : false,
  });
}

/** What the user has to know of an event, beyond how far the work has come. */
function warningOf({ stage, detail = '' }: ProgressEvent): string | undefined {
  switch (stage) {
    case 'quarantine':
      return `a corrupt file of the cache was set aside: ${detail}`;
    case 'fallback':
      return `the usual cache folder cannot be written, ${detail} is used instead; FASHION_MNIST_CACHE names another one`;
    default:
      return undefined;
  }
}

function draw(spinner: Ora, latest: ReadonlyMap<string, string>): void {
  spinner.text = Array.from(latest, ([job, text]) => `${job}: ${text}`).join('   ');
  if (!spinner.isSpinning) spinner.start();
}
