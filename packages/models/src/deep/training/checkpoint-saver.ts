import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';
import type { TrainingCheckpoints } from './training-options.ts';
import type { TrainingSession } from './training-session.ts';

/** Keeps a training from time to time. */
export interface CheckpointSaver {
  /** Saves when the time has come. */
  saveIfDue(): Promise<void>;
  /** Saves now, if the session is between two steps and has gone on since the last time. */
  save(): Promise<void>;
}

const RULES: OptionRules<Pick<TrainingCheckpoints, 'everyMinutes'>> = { everyMinutes: real(10, { min: 0 }) };
const MINUTE_MS = 60_000;

/** @throws {ModelsError} `E_OPTION` - the minutes are no number from 0. */
export function createSaver(session: TrainingSession, options?: TrainingCheckpoints): CheckpointSaver {
  if (options === undefined) return { saveIfDue: async () => {}, save: async () => {} };
  const { save: keep, resumeFrom } = options;
  const { everyMinutes } = resolveOptions('trainNetwork.checkpoint', RULES, {
    everyMinutes: options.everyMinutes,
  });
  let savedAt = performance.now();
  let savedState = resumeFrom === undefined ? undefined : session.state;

  async function save(): Promise<void> {
    if (!session.isWhole || session.state === savedState) return;
    const { state } = session;
    await keep(await session.checkpoint());
    savedState = state;
    savedAt = performance.now();
  }

  return {
    async saveIfDue() {
      if (performance.now() - savedAt >= everyMinutes * MINUTE_MS) await save();
    },
    save,
  };
}
