import { type DataIndex, parseDataIndex } from './data-index.ts';
import { DataError } from './errors.ts';
import { fetchFile } from './fetch-file.ts';

/**
 * What there is to see.
 *
 * @throws {DataError} `E_DATA_UNREACHABLE`, `E_DATA_MALFORMED`
 */
export async function loadIndex(signal?: AbortSignal): Promise<DataIndex> {
  const response = await fetchFile('data/index.json', signal);
  const value: unknown = await response.json().catch((cause: unknown) => {
    throw new DataError('E_DATA_MALFORMED', 'The list of datasets is not JSON.', { cause });
  });
  return parseDataIndex(value);
}
