import type { DatasetDefinition } from './dataset-definition.ts';
import { defineDataset } from './define-dataset.ts';
import { definitionError } from './schema/definition-error.ts';
import { findDuplicateKey } from './schema/find-duplicate-key.ts';

const LONGEST_DOCUMENT = 2 ** 18;
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * The dataset that a JSON document defines, checked and deeply frozen.
 *
 * @param text - The document, at most 256 Ki characters; a byte order mark and any line ends are tolerated.
 * @throws {DatasetFetchError} `E_DEFINITION` - it is not JSON, says a key twice, or is no valid definition (see
 *   `defineDataset`).
 */
export function parseDefinition(text: string): DatasetDefinition {
  if (text.length > LONGEST_DOCUMENT) {
    throw definitionError('', `at most ${LONGEST_DOCUMENT} characters`, String(text.length));
  }
  const json = text.replace(BYTE_ORDER_MARK, '');
  const definition = defineDataset(parseJson(json));
  const duplicate = findDuplicateKey(json);
  if (duplicate === undefined) return definition;
  throw definitionError(duplicate, 'every key once', 'it twice');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw definitionError('', 'JSON', (cause as Error).message, { cause });
  }
}
