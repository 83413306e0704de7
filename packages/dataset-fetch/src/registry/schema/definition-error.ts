import { DatasetFetchError } from '../../errors.ts';

const LONGEST_QUOTE = 60;

/** An `E_DEFINITION` that names the place in the document, such as `files[2].sha256`. */
export function definitionError(
  path: string,
  expected: string,
  got: string,
  options: ErrorOptions = {},
): DatasetFetchError {
  const place = path === '' ? 'definition' : `definition: ${path}`;
  return new DatasetFetchError('E_DEFINITION', `${place}: expected ${expected}, got ${got}`, options);
}

/** A value for people to read: short, on one line, and without calling anything that the value brings along. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return quote(value);
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? 'null' : 'an object or a list';
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
  }
}

/** A text in quotation marks, cut when it is long. */
export function quote(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return JSON.stringify(cut);
}
