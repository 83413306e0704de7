import type { TypedArray } from '@fashion-mnist/core';

/** A kind of typed array, and what the safetensors format calls its elements. */
export interface ArrayKind {
  readonly type: new (buffer: ArrayBufferLike, byteOffset: number, length: number) => TypedArray;
  readonly dtype: string;
  readonly elementBytes: number;
}

const KINDS: readonly ArrayKind[] = [
  { type: Float64Array, dtype: 'F64', elementBytes: 8 },
  { type: Float32Array, dtype: 'F32', elementBytes: 4 },
  { type: Int32Array, dtype: 'I32', elementBytes: 4 },
  { type: Uint32Array, dtype: 'U32', elementBytes: 4 },
  { type: Int16Array, dtype: 'I16', elementBytes: 2 },
  { type: Uint16Array, dtype: 'U16', elementBytes: 2 },
  { type: Int8Array, dtype: 'I8', elementBytes: 1 },
  { type: Uint8Array, dtype: 'U8', elementBytes: 1 },
];

export function kindOfArray(data: TypedArray): ArrayKind {
  const kind = KINDS.find(({ type }) => data instanceof type);
  if (kind === undefined) throw new RangeError(`arrays of type ${data.constructor.name} cannot be saved`);
  return kind;
}

export function kindOfDtype(dtype: unknown): ArrayKind | undefined {
  return KINDS.find((kind) => kind.dtype === dtype);
}

export function kindOfTypeName(name: unknown): ArrayKind | undefined {
  return KINDS.find(({ type }) => type.name === name);
}

/** An array of that kind over a copy of bytes, whatever their alignment. */
export function arrayOfBytes({ type, elementBytes }: ArrayKind, bytes: Uint8Array): TypedArray {
  const { buffer } = new Uint8Array(bytes);
  return new type(buffer, 0, bytes.length / elementBytes);
}
