import type { DatasetDefinition } from './dataset-definition.ts';
import { type Check, listOf, optional, record, suchThat } from './schema/check.ts';
import { requireConsistency } from './schema/check-consistency.ts';
import { file } from './schema/check-file.ts';
import { fileName } from './schema/check-name.ts';
import { source } from './schema/check-source.ts';
import { oneOf, text, wholeNumber } from './schema/check-value.ts';

const LONGEST_LINE = 1000;
/** Labels are bytes. */
const MOST_CLASSES = 256;
const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };

const definition: Check<DatasetDefinition> = record<DatasetDefinition>({
  name: fileName,
  title: text({ max: LONGEST_LINE }),
  licence: text({ max: LONGEST_LINE }),
  citation: text({ min: 0, max: LONGEST_LINE }),
  homepage: suchThat(text({ min: 0, max: 2048 }), isWebPage, 'the address of a web page, or nothing'),
  classNames: listOf(text({ max: 200 }), { min: 1, max: MOST_CLASSES }),
  files: listOf(file, { min: 2, max: 4 }),
  sources: listOf(source, { max: 64 }),
  family: optional(fileName),
  pixelOrder: optional(oneOf('row-major', 'column-major')),
  firstLabel: optional(wholeNumber(INT32.min, INT32.max)),
  labelColumn: optional(wholeNumber(0, MOST_CLASSES - 1)),
});

/**
 * A dataset of the user's own, checked and deeply frozen; give it to `fetchDataset` or `loadDataset` in place of a name.
 *
 * @param value - A definition, for example from JSON; borrowed; what was checked is what is copied.
 * @throws {DatasetFetchError} `E_DEFINITION` - it is not valid; the message names the place (`files[2].sha256`), what
 *   was expected and what was got. Whatever the value is, nothing else is thrown.
 */
export function defineDataset(value: unknown): DatasetDefinition {
  const checked = definition(value, '');
  requireConsistency(checked);
  return checked;
}

function isWebPage(address: string): boolean {
  if (address === '') return true;
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
