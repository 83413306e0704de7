import { archiveError } from './archive-error.ts';

/** What the header of an npy file says about the rest. */
export interface NpyHeader {
  /** As NumPy writes it: byte order, kind and item size, for example `<f4`. */
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Bytes before the first element. */
  readonly headerBytes: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const VERSION_AT = 6;
const LENGTH_AT = 8;
/** NumPy's own limit, `max_header_size`. */
const LONGEST_DICTIONARY = 10_000;
/** One entry of the dictionary: a text, a truth value or a tuple of whole numbers (Python 2 wrote `60000L`). */
const ENTRY = /\s*'(\w+)'\s*:\s*('[^']*'|True|False|\([\d\sL,]*\))\s*(,|(?=\}))/y;
const KEYS = ['descr', 'fortran_order', 'shape'];

/**
 * Reads the header of an npy file, versions 1 to 3.
 *
 * @throws {DatasetFetchError} `E_ARCHIVE` - with the offset of what is wrong.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function parseNpyHeader(bytes: Uint8Array): NpyHeader {
  requireBytes(bytes, LENGTH_AT + 2);
  const wrong = MAGIC.findIndex((byte, index) => bytes[index] !== byte);
  if (wrong >= 0) throw npyError(wrong, 'a file of NumPy, which begins "\\x93NUMPY"', 'another one');
  const { dictionaryAt, dictionaryBytes } = locateDictionary(bytes);
  const dictionary = bytes.subarray(dictionaryAt, dictionaryAt + dictionaryBytes);
  const entries = parseDictionary(String.fromCharCode(...dictionary), dictionaryAt);
  return {
    descr: unquote(entries, dictionaryAt),
    fortranOrder: truthOf(entries, dictionaryAt),
    shape: tupleOf(entries, dictionaryAt),
    headerBytes: dictionaryAt + dictionaryBytes,
  };
}

/** An `E_ARCHIVE` that names the offending byte, from the start of the npy file. */
export function npyError(offset: number, expected: string, got: string): Error {
  return archiveError(`npy: expected ${expected} at byte ${offset}, got ${got}`);
}

function locateDictionary(bytes: Uint8Array) {
  const major = bytes[VERSION_AT] ?? 0;
  if (major < 1 || major > 3) throw npyError(VERSION_AT, 'version 1, 2 or 3', String(major));
  const dictionaryAt = LENGTH_AT + (major === 1 ? 2 : 4);
  requireBytes(bytes, dictionaryAt);
  const view = new DataView(bytes.buffer, bytes.byteOffset, dictionaryAt);
  const dictionaryBytes = major === 1 ? view.getUint16(LENGTH_AT, true) : view.getUint32(LENGTH_AT, true);
  if (dictionaryBytes > LONGEST_DICTIONARY) {
    throw npyError(LENGTH_AT, `a header of at most ${LONGEST_DICTIONARY} bytes`, String(dictionaryBytes));
  }
  requireBytes(bytes, dictionaryAt + dictionaryBytes);
  return { dictionaryAt, dictionaryBytes };
}

/** The source of each value, by key. Only what NumPy writes for plain arrays is understood: no records. */
function parseDictionary(text: string, offset: number): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  let position = text.indexOf('{') + 1;
  for (;;) {
    ENTRY.lastIndex = position;
    const match = ENTRY.exec(text);
    if (match === null) break;
    const [entry, key = '', value = ''] = match;
    if (entries.has(key)) throw npyError(offset + position, `'${key}' once`, 'it twice');
    entries.set(key, value);
    position += entry.length;
  }
  if (!/^\s*\{/.test(text) || !/^\s*\}\s*$/.test(text.slice(position))) {
    throw npyError(
      offset + position,
      'the entry of an array of numbers',
      JSON.stringify(text.slice(position, position + 40)),
    );
  }
  const unknown = [...entries.keys()].find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw npyError(offset, `the keys ${KEYS.join(', ')}`, `'${unknown}'`);
  return entries;
}

function unquote(entries: ReadonlyMap<string, string>, offset: number): string {
  const value = entries.get('descr');
  if (value?.startsWith("'")) return value.slice(1, -1);
  throw npyError(offset, "'descr' with a type", value ?? 'none');
}

function truthOf(entries: ReadonlyMap<string, string>, offset: number): boolean {
  const value = entries.get('fortran_order');
  if (value === 'True' || value === 'False') return value === 'True';
  throw npyError(offset, "'fortran_order' with True or False", value ?? 'none');
}

function tupleOf(entries: ReadonlyMap<string, string>, offset: number): readonly number[] {
  const value = entries.get('shape') ?? 'none';
  const items = value
    .slice(1, -1)
    .split(',')
    .map((item) => item.trim());
  if (items.at(-1) === '') items.pop();
  const shape = items.map((item) => (/^\d+L?$/.test(item) ? Number.parseInt(item, 10) : Number.NaN));
  if (value.startsWith('(') && shape.every((size) => Number.isSafeInteger(size))) return shape;
  throw npyError(offset, "'shape' with whole numbers", value);
}

function requireBytes(bytes: Uint8Array, needed: number): void {
  if (bytes.length >= needed) return;
  throw npyError(
    bytes.length,
    `a header of at least ${needed} bytes`,
    `the end after ${bytes.length} (cut off?)`,
  );
}
