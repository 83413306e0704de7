import type { ProgressEvent } from '@fashion-mnist/core';
import type { JSX } from 'preact';
import { formatCount } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import type { RunningMap } from './run-map.ts';

const STAGES: Readonly<Record<string, string>> = {
  optimise: 'Moving images',
  graph: 'Weighing neighbours',
  affinities: 'Weighing neighbours',
  covariance: 'Finding directions',
  axes: 'Finding directions',
  project: 'Placing images',
};

/** How far a computation has come, and how to end it. */
export function RunningProgress({ running }: { readonly running: RunningMap }): JSX.Element {
  const event = running.progress.value;
  return (
    <div class="new-map" data-testid="running-map">
      <Progress
        label={running.title}
        share={event === undefined ? undefined : event.completed / event.total}
        text={event === undefined ? 'Waiting for the pictures' : describe(event)}
      />
      <button type="button" class="button" onClick={running.stop}>
        Stop
      </button>
      <p class="note">{running.title}. It goes on while you look at something else.</p>
    </div>
  );
}

function describe({ stage, completed, total, unit }: ProgressEvent): string {
  return `${STAGES[stage] ?? 'Finding neighbours'}: ${formatCount(completed)} of ${formatCount(total)} ${unit}`;
}
