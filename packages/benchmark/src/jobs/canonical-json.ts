import { BenchmarkError } from '../errors.ts';

/**
 * The one JSON text of a value: keys sorted by their UTF-16 code units, no spaces, numbers as JavaScript writes them.
 *
 * @throws {BenchmarkError} `E_OPTION` - something in it that JSON has no word for: NaN, an infinity, undefined, a gap, a
 *   function, an object with a class.
 * @see RFC 8785, "JSON Canonicalization Scheme"
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new BenchmarkError(
    'E_OPTION',
    `expected what JSON can say (texts, finite numbers, true, false, null, lists and plain objects), got ${describe(value)}`,
  );
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'object'
    ? `an object of ${value?.constructor.name}`
    : `a value of type ${typeof value}`;
}
