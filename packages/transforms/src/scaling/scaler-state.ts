import { TransformError } from '../errors.ts';
import { isFloat32 } from '../options/float32-rule.ts';

/**
 * The state of a scaler as JSON has it, an object with a fixed set of keys.
 *
 * @param scaler - The `operation` that it must be of, as `standard-scaler`.
 * @param keys - All others that it must have.
 * @throws {TransformError} `E_STATE` - it is something else.
 */
export function savedState(scaler: string, json: unknown, keys: readonly string[]): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw stateError(scaler, `expected an object, got ${inWords(json)}`);
  const state = json as Record<string, unknown>;
  if (state['operation'] !== scaler)
    throw stateError(scaler, `operation: expected "${scaler}", got ${inWords(state['operation'])}`);
  const all = ['operation', ...keys];
  const unknown = Object.keys(state).find((key) => !all.includes(key));
  if (unknown !== undefined)
    throw stateError(scaler, `expected only ${all.join(', ')}, got the key ${unknown}`);
  const missing = keys.find((key) => state[key] === undefined);
  if (missing !== undefined) throw stateError(scaler, `expected ${all.join(', ')}, got no ${missing}`);
  return state;
}

/**
 * Lists of finite numbers that float32 can hold, of the same length, one number per feature.
 *
 * @throws {TransformError} `E_STATE` - a list is missing, empty, longer than the first, or holds something else.
 */
export function savedLists<const Name extends string>(
  scaler: string,
  state: Record<string, unknown>,
  names: readonly Name[],
): { readonly [K in Name]: Float64Array } {
  const lists = names.map((name) => [name, savedList(scaler, name, state[name])] as const);
  const [[first, { length }] = ['', { length: 0 }]] = lists;
  for (const [name, list] of lists)
    if (list.length !== length)
      throw stateError(scaler, `${name}: expected ${length} numbers as in ${first}, got ${list.length}`);
  return Object.fromEntries(lists) as { [K in Name]: Float64Array };
}

/** For a saved scaler that is not valid. */
export function stateError(scaler: string, message: string): TransformError {
  return new TransformError(
    'E_STATE',
    `saved ${scaler}: ${message}; pass what JSON.parse makes of a saved scaler`,
  );
}

/** A value in a message. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return value === undefined ? 'none' : (JSON.stringify(value) ?? typeof value);
}

function savedList(scaler: string, name: string, value: unknown): Float64Array {
  if (!Array.isArray(value) || value.length === 0)
    throw stateError(scaler, `${name}: expected one number per feature, got ${inWords(value)}`);
  const numbers: readonly unknown[] = value;
  const wrong = numbers.findIndex((item) => !Number.isFinite(item));
  if (wrong >= 0)
    throw stateError(scaler, `${name}[${wrong}]: expected a finite number, got ${inWords(numbers[wrong])}`);
  const great = numbers.findIndex((item) => !isFloat32(item));
  if (great >= 0)
    throw stateError(
      scaler,
      `${name}[${great}]: expected a number that float32 can hold, got ${inWords(numbers[great])}`,
    );
  return Float64Array.from(numbers as readonly number[]);
}
