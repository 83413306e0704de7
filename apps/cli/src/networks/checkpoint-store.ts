import { readFile, rm } from 'node:fs/promises';
import type { TrainingCheckpoints } from '@fashion-mnist/models/deep';
import { kindOf } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { UsageError } from '../usage-error.ts';

/** Where a training is kept while it goes on. */
export interface CheckpointStore {
  readonly path: string;
  /** For `trainNetwork`. */
  readonly checkpoint: TrainingCheckpoints;
  /** Whether this run has kept something. */
  readonly isKept: boolean;
  /** Takes the file away, when the training is no longer needed. */
  remove(): Promise<void>;
}

/** What is asked for by options. */
export interface CheckpointOptions {
  readonly checkpoint?: string;
  readonly out?: string;
  readonly resume?: boolean;
  readonly force?: boolean;
}

/**
 * The file of `--checkpoint`, or one beside `--out`; undefined without either: then nothing is written that was not asked
 * for.
 *
 * @throws {UsageError} there is a checkpoint that would be overwritten, or none to go on from.
 */
export async function openCheckpoint({
  out,
  checkpoint: path = out === undefined ? undefined : `${out}.checkpoint`,
  resume = false,
  force = false,
}: CheckpointOptions): Promise<CheckpointStore | undefined> {
  if (path === undefined) {
    if (resume) throw new UsageError('--resume: expected --checkpoint or --out, which name the checkpoint');
    return undefined;
  }
  const resumeFrom = resume ? await readCheckpoint(path) : undefined;
  if (!resume && !force) await requireNoCheckpoint(path);
  let isKept = false;
  return {
    path,
    checkpoint: {
      resumeFrom,
      async save(bytes) {
        const { signal } = new AbortController();
        await writeOutput(path, bytes, { force: true, signal });
        isKept = true;
      },
    },
    get isKept() {
      return isKept;
    },
    remove: () => rm(path, { force: true }),
  };
}

async function readCheckpoint(path: string): Promise<Uint8Array> {
  if ((await kindOf(path)) === undefined)
    throw new UsageError(
      `--resume: there is no checkpoint ${path}; without --resume the training begins anew`,
    );
  return readFile(path);
}

async function requireNoCheckpoint(path: string): Promise<void> {
  if ((await kindOf(path)) !== undefined)
    throw new UsageError(`${path} exists: pass --resume to go on from it, or --force to begin anew`);
}
