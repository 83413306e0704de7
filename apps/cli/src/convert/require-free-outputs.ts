import { readdir, realpath } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { kindOf, requireFree } from '../output/require-free.ts';
import { systemCode } from '../system-code.ts';
import { UsageError } from '../usage-error.ts';
import { earlierOutputs } from './earlier-conversion.ts';
import { type Extras, outputNames, STAGES } from './output-names.ts';

export interface RequireFreeOutputsOptions {
  readonly force: boolean;
  readonly extras: Extras;
  /** Files that are read: none of them is replaced. */
  readonly inputs: readonly string[];
}

/**
 * Fails when an output cannot take its name, when one of another conversion would stay beside it, or when something
 * would be replaced that no conversion has written.
 *
 * @throws {UsageError} with the name of the file or folder.
 */
export async function requireFreeOutputs(
  out: string,
  { force, extras, inputs }: RequireFreeOutputsOptions,
): Promise<void> {
  const names = outputNames(extras);
  const earlier = await earlierOutputs(out);
  const read = await Promise.all(inputs.map(addressed));
  for (const name of outputNames({ hasLabels: true, hasStages: true })) {
    const path = join(out, name);
    const isAsked = names.includes(name);
    // Of files beside new images the other commands would believe that they belong to them.
    const mayStay = !isAsked && name === STAGES && !isOf(earlier, name);
    const present = await kindOf(path);
    if (present === undefined || mayStay) continue;
    if (isAsked) await requireNoInput(path, read);
    if (name === STAGES && present === 'folder') await requireOwnStages(path, earlier);
    else if (!isOf(earlier, name)) throw ofNoConversion(path);
    if (!isAsked) throw new UsageError(`${path} is of another conversion: remove it, or name another folder`);
  }
  for (const name of names) await requireFree(join(out, name), name === STAGES ? 'folder' : 'file', force);
}

function isOf(earlier: ReadonlySet<string>, name: string): boolean {
  return earlier.has(name) || [...earlier].some((path) => path.startsWith(`${name}/`));
}

async function requireOwnStages(stages: string, earlier: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(stages, { withFileTypes: true });
  const foreign = entries.find((entry) => !entry.isFile() || !earlier.has(`${STAGES}/${entry.name}`));
  if (foreign !== undefined) throw ofNoConversion(join(stages, foreign.name));
}

function ofNoConversion(path: string): UsageError {
  return new UsageError(`${path} is of no earlier conversion: move it away, or name another folder`);
}

async function requireNoInput(output: string, inputs: readonly Addressed[]): Promise<void> {
  const { addresses: places } = await addressed(output);
  const lost = inputs.find(({ addresses }) =>
    addresses.some((address) =>
      places.some((place) => address === place || address.startsWith(`${place}${sep}`)),
    ),
  );
  if (lost !== undefined)
    throw new UsageError(`${lost.path} is to be read, and ${output} would be replaced: name another folder`);
}

/** A file by its name and, where links lead to it, as what it is in truth. */
interface Addressed {
  readonly path: string;
  readonly addresses: readonly string[];
}

async function addressed(path: string): Promise<Addressed> {
  const named = resolve(path);
  try {
    return { path, addresses: [named, await realpath(named)] };
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return { path, addresses: [named] };
  }
}
