import type { NdArray } from '@fashion-mnist/core';
import { tensor, type Variable } from '@tensorflow/tfjs-core';
import { modelFileError } from '../../persistence/model-file-error.ts';

export type VariablesByName = ReadonlyMap<string, Variable>;

/** Copies of the values of variables, by the same names. */
export async function readVariables(variables: VariablesByName): Promise<Map<string, NdArray<Float32Array>>> {
  const arrays = await Promise.all(
    [...variables].map(async ([name, variable]) => {
      // A copy: what a backend gives may be its own memory, shared between threads, which no digest can be made of.
      const data = new Float32Array(await variable.data<'float32'>());
      return [name, { data, shape: variable.shape }] as const;
    }),
  );
  return new Map(arrays);
}

/** Gives variables the values of arrays that `requireArrays` has accepted for them. */
export function writeVariables(variables: VariablesByName, arrays: ReadonlyMap<string, NdArray>): void {
  for (const [name, variable] of variables) {
    const { data, shape } = arrays.get(name)!;
    const values = tensor(data, [...shape], 'float32');
    variable.assign(values);
    values.dispose();
  }
}

/**
 * Makes sure that arrays of a file are just those that are wanted.
 *
 * @param shapes - By name.
 * @throws {ModelsError} `E_MODEL` - one is missing, has another shape or type, is not finite, or is not wanted.
 */
export function requireArrays(
  arrays: ReadonlyMap<string, NdArray>,
  shapes: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [name, shape] of shapes) requireArray(name, arrays.get(name), shape);
  const extra = [...arrays.keys()].find((name) => !shapes.has(name));
  if (extra !== undefined) throw modelFileError(`${extra}: expected no such array`);
}

function requireArray(name: string, array: NdArray | undefined, shape: readonly number[]): void {
  const wanted = `${name}: expected float32 [${shape.join(', ')}]`;
  if (array === undefined) throw modelFileError(`${wanted}, got none`);
  const { data, shape: actual } = array;
  if (!(data instanceof Float32Array) || actual.join() !== shape.join())
    throw modelFileError(`${wanted}, got ${data.constructor.name} [${actual.join(', ')}]`);
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw modelFileError(`${name}: expected finite numbers, got ${data[wrong]} at ${wrong}`);
}
