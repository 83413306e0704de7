import { readFile } from 'node:fs/promises';
import {
  type DatasetDefinition,
  DatasetFetchError,
  describeDataset,
  listDatasets,
  parseDefinition,
} from '@fashion-mnist/dataset-fetch';
import { closest } from './closest.ts';

/**
 * The definition behind a dataset argument: a name of the registry, or the path of a JSON definition, which contains
 * a slash or ends in `.json`.
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
  if (/[/\\]|\.json$/i.test(argument)) return readDefinition(argument);
  throw new DatasetFetchError('E_UNKNOWN_DATASET', describeUnknown(argument, elsePath));
}

async function readDefinition(path: string): Promise<DatasetDefinition> {
  const text = await readFile(path, 'utf8');
  try {
    return parseDefinition(text);
  } catch (error) {
    if (!(error instanceof DatasetFetchError)) throw error;
    throw new DatasetFetchError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

function describeUnknown(argument: string, elsePath: string): string {
  const suggestion = closest(argument, listDatasets());
  const hint = suggestion === undefined ? '' : `\n(Did you mean ${suggestion}?)`;
  return `expected one of ${listDatasets().join(', ')}, or the path of ${elsePath}, got '${argument}'${hint}`;
}
