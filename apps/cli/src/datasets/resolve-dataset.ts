import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { closestName } from '@fashion-mnist/core';
import {
  type DatasetDefinition,
  DatasetFetchError,
  describeDataset,
  listDatasets,
  parseDefinition,
} from '@fashion-mnist/dataset-fetch';

/** The definition in a folder that holds a dataset. */
const IN_FOLDER = 'dataset.json';

/**
 * The definition behind a dataset argument: a name of the registry, the path of a JSON definition, which contains a
 * slash or ends in `.json`, or a folder with a `dataset.json`.
 *
 * @param elsePath - What else the argument may be, for the message.
 *
 * @throws {DatasetFetchError} `E_UNKNOWN_DATASET` - no dataset has the name; `E_DEFINITION` - the file is not one.
 */
export async function resolveDataset(
  argument: string,
  elsePath = 'a JSON definition',
): Promise<DatasetDefinition> {
  if (listDatasets().includes(argument)) return describeDataset(argument);
  if (holdsDataset(argument)) return readDefinition(join(argument, IN_FOLDER));
  if (/[/\\]|\.json$/i.test(argument)) return readDefinition(argument);
  throw new DatasetFetchError('E_UNKNOWN_DATASET', describeUnknown(argument, elsePath));
}

/** Whether a path is that of a folder with a definition in it. */
export function holdsDataset(path: string): boolean {
  return existsSync(join(path, IN_FOLDER));
}

async function readDefinition(path: string): Promise<DatasetDefinition> {
  const text = await readFile(path, 'utf8');
  try {
    return besideItself(parseDefinition(text), dirname(path));
  } catch (error) {
    if (!(error instanceof DatasetFetchError)) throw error;
    throw new DatasetFetchError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

/** The folders that a definition names are relative to the one that it lies in. */
function besideItself(definition: DatasetDefinition, folder: string): DatasetDefinition {
  const sources = definition.sources.map((source) =>
    source.kind === 'folder' ? { ...source, path: resolve(folder, source.path) } : source,
  );
  return { ...definition, sources };
}

function describeUnknown(argument: string, elsePath: string): string {
  const suggestion = closestName(argument, listDatasets());
  const hint = suggestion === undefined ? '' : `\n(Did you mean ${suggestion}?)`;
  return `expected one of ${listDatasets().join(', ')}, or the path of ${elsePath}, got '${argument}'${hint}`;
}
