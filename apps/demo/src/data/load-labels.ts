import { parseIdxGz } from '@fashion-mnist/idx-format';
import type { SplitEntry } from './data-index.ts';
import { DataError } from './errors.ts';
import { fetchFile } from './fetch-file.ts';

/**
 * The labels of all ids.
 *
 * @throws {DataError} `E_DATA_UNREACHABLE`, `E_DATA_MALFORMED`
 */
export async function loadLabels(splits: readonly SplitEntry[], signal?: AbortSignal): Promise<Uint8Array> {
  const parts = await Promise.all(splits.map((split) => labelsOf(split, signal)));
  const labels = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  splits.forEach(({ first }, part) => labels.set(parts[part] ?? [], first));
  return labels;
}

async function labelsOf({ split, count, labels }: SplitEntry, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await fetchFile(labels.href, signal);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { data } = await parseIdxGz(bytes, { type: 'uint8' }).catch((cause: unknown) => {
    throw new DataError('E_DATA_MALFORMED', `The labels of ${split} are not an IDX file.`, { cause });
  });
  if (data.length === count) return data;
  throw new DataError('E_DATA_MALFORMED', `Expected ${count} labels of ${split}, got ${data.length}.`);
}
