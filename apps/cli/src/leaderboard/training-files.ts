import { readFile } from 'node:fs/promises';
import type { RunRecipeOptions } from '@fashion-mnist/benchmark';
import { kindOf } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { systemCode } from '../system-code.ts';
import { UsageError } from '../usage-error.ts';

/** A file of a run on one of several datasets has the dataset's name behind its own. */
export function fileOf(path: string | undefined, dataset: string, datasetCount: number): string | undefined {
  return path === undefined || datasetCount === 1 ? path : `${path}.${dataset}`;
}

/** Fails before hours of training when the network could not be written after them. */
export async function requireNoModel(path: string | undefined): Promise<void> {
  if (path !== undefined && (await kindOf(path)) !== undefined)
    throw new UsageError(`--model: ${path} exists, and is not replaced`);
}

/** Keeps a training in a file, and goes on from there if the file exists. */
export async function checkpointIn(path: string | undefined): Promise<RunRecipeOptions['checkpoint']> {
  if (path === undefined) return undefined;
  return {
    resumeFrom: await readIfThere(path),
    // Also right after an interruption, so by no signal that is aborted then.
    save: (bytes) => writeOutput(path, bytes, { force: true, signal: new AbortController().signal }),
  };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
