import { elementCount, type NdArray, type TypedArray } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import type { ModelState } from './model-state.ts';

/** What a saved number may be. */
export interface SavedNumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
}

type ArrayType<T extends TypedArray> = abstract new (...args: never[]) => T;

/**
 * An array of a saved model.
 *
 * @param shape - The shape it must have; `null` where any length will do.
 * @throws {ModelsError} `E_MODEL` - there is no such array.
 */
export function savedArray<T extends TypedArray>(
  state: ModelState,
  name: string,
  type: ArrayType<T>,
  shape: readonly (number | null)[],
): NdArray<T> {
  const array = state.arrays[name];
  if (array === undefined) throw unfit(state, `expected the array ${name}, got none`);
  const { data, shape: actual } = array;
  const fits =
    data instanceof type &&
    actual.length === shape.length &&
    shape.every((length, axis) => length === null || length === actual[axis]) &&
    elementCount(actual) === data.length;
  if (!fits)
    throw unfit(
      state,
      `${name}: expected ${type.name} [${shape.map((length) => length ?? 'any').join(', ')}], got ${data.constructor.name} [${actual.join(', ')}]`,
    );
  return { data, shape: actual };
}

/**
 * An array of finite numbers of a saved model.
 *
 * @throws {ModelsError} `E_MODEL` - there is no such array, or a number is not finite.
 */
export function savedFiniteArray<T extends Float32Array | Float64Array>(
  state: ModelState,
  name: string,
  type: ArrayType<T>,
  shape: readonly (number | null)[],
): NdArray<T> {
  const array = savedArray(state, name, type, shape);
  const wrong = array.data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    throw unfit(state, `${name}: expected finite numbers, got ${array.data[wrong]} at ${wrong}`);
  return array;
}

/**
 * An array of whole numbers `0 <= i < bound` of a saved model, such as positions in another array.
 *
 * @throws {ModelsError} `E_MODEL` - there is no such array, or a number lies outside.
 */
export function savedIndices<T extends Int32Array | Uint8Array | Uint16Array | Uint32Array>(
  state: ModelState,
  name: string,
  type: ArrayType<T>,
  shape: readonly (number | null)[],
  bound: number,
): NdArray<T> {
  const array = savedArray(state, name, type, shape);
  const wrong = array.data.findIndex((value) => value < 0 || value >= bound);
  if (wrong >= 0)
    throw unfit(
      state,
      `${name}: expected whole numbers below ${bound}, got ${array.data[wrong]} at ${wrong}`,
    );
  return array;
}

/** The classes of a saved model. @throws {ModelsError} `E_MODEL` - they are not ascending, or there is none. */
export function savedClasses(state: ModelState): Int32Array {
  const { data } = savedArray(state, 'classes', Int32Array, [null]);
  if (data.length === 0 || data.some((label, i) => i > 0 && label <= data[i - 1]!))
    throw unfit(state, 'classes: expected ascending labels, at least one');
  return data;
}

/**
 * A finite number of a saved model.
 *
 * @throws {ModelsError} `E_MODEL` - there is no such number, or it lies outside the range.
 */
export function savedNumber(
  state: ModelState,
  name: string,
  { min = -Infinity, max = Infinity, isWhole = false }: SavedNumberRange = {},
): number {
  const value = state.values[name];
  if (typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max)
    if (!isWhole || Number.isSafeInteger(value)) return value;
  throw unfit(
    state,
    `${name}: expected a ${isWhole ? 'whole ' : ''}number in ${min}..${max}, got ${JSON.stringify(value) ?? 'none'}`,
  );
}

function unfit({ estimator }: ModelState, message: string): ModelsError {
  return new ModelsError('E_MODEL', `saved ${estimator}: ${message}`);
}
