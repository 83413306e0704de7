import type { HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { notify } from '../../state/notices.ts';
import { keepTrial, readKeptTrial } from './kept-trial.ts';
import { newTrial, type Trial } from './trial.ts';

const FULL =
  'This browser cannot keep your answers: its storage is full or forbidden. They stay until you close the page; save them to a file before.';

/** The reader's trial, which this browser keeps from visit to visit. */
export function useTrial(protocol: HumanProtocol): {
  readonly trial: ReadonlySignal<Trial>;
  readonly change: (trial: Trial) => void;
} {
  const trial = useSignal<Trial>(readKeptTrial(protocol) ?? newTrial(randomName()));
  return {
    trial,
    change: (changed) => {
      trial.value = changed;
      if (!keepTrial(changed, protocol)) notify({ kind: 'error', text: FULL });
    },
  };
}

/** A name that is nobody else's, as `reader-3f9a2c`. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(3));
  return `reader-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
