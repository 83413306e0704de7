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
  await requireNoLeftovers(out, names, earlier);
  const read = force ? await Promise.all(inputs.map(addressed)) : [];
  for (const name of names) {
    const path = join(out, name);
    const isTaken = await requireFree(path, name === STAGES ? 'folder' : 'file', force);
    if (!isTaken) continue;
    await requireNoInput(path, read);
    if (name === STAGES) await requireOwnStages(path, earlier);
  }
}

/** A folder `stages` that no conversion has made is not touched, and may stay. */
async function requireNoLeftovers(
  out: string,
  names: readonly string[],
  earlier: ReadonlySet<string>,
): Promise<void> {
  const hadStages = [...earlier].some((path) => path.startsWith(`${STAGES}/`));
  const all = outputNames({ hasLabels: true, hasStages: hadStages });
  for (const name of all.filter((other) => !names.includes(other))) {
    const path = join(out, name);
    const present = await kindOf(path);
    if (present === 'folder') await requireOwnStages(path, earlier);
    if (present !== undefined)
      throw new UsageError(`${path} is of another conversion: remove it, or name another folder`);
  }
}

async function requireOwnStages(stages: string, earlier: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(stages, { withFileTypes: true });
  const foreign = entries.find((entry) => !entry.isFile() || !earlier.has(`${STAGES}/${entry.name}`));
  if (foreign !== undefined)
    throw new UsageError(
      `${join(stages, foreign.name)} is of no earlier conversion: move it away, or name another folder`,
    );
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
