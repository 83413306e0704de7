/** The typed array that holds each element type of IDX. */
interface TypedArrays {
  readonly uint8: Uint8Array;
  readonly int8: Int8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly float32: Float32Array;
  readonly float64: Float64Array;
}

/** The six element types of IDX. */
export type IdxElementType = keyof TypedArrays;

/** The typed array of an element type; of any element type by default. */
export type IdxTypedArray<T extends IdxElementType = IdxElementType> = TypedArrays[T];

interface ElementFormat {
  /** Third byte of the file. */
  readonly code: number;
  readonly byteSize: 1 | 2 | 4 | 8;
  readonly TypedArray: new (buffer: ArrayBufferLike, byteOffset: number, length: number) => IdxTypedArray;
}

/** @see http://yann.lecun.com/exdb/mnist/, "THE IDX FILE FORMAT" */
export const ELEMENT_FORMATS: Readonly<Record<IdxElementType, ElementFormat>> = Object.freeze({
  uint8: { code: 0x08, byteSize: 1, TypedArray: Uint8Array },
  int8: { code: 0x09, byteSize: 1, TypedArray: Int8Array },
  int16: { code: 0x0b, byteSize: 2, TypedArray: Int16Array },
  int32: { code: 0x0c, byteSize: 4, TypedArray: Int32Array },
  float32: { code: 0x0d, byteSize: 4, TypedArray: Float32Array },
  float64: { code: 0x0e, byteSize: 8, TypedArray: Float64Array },
});

const ELEMENT_TYPES = Object.keys(ELEMENT_FORMATS) as readonly IdxElementType[];

/** The element type that a file's third byte names, if it names one. */
export function elementTypeOfCode(code: number): IdxElementType | undefined {
  return ELEMENT_TYPES.find((type) => ELEMENT_FORMATS[type].code === code);
}

/** The element type that a typed array is written as, also for arrays of another realm and for Node's `Buffer`. */
export function elementTypeOfArray(array: object): IdxElementType | undefined {
  const tag = Object.prototype.toString.call(array).slice('[object '.length, -1);
  if (tag === 'Uint8ClampedArray') return 'uint8';
  return ELEMENT_TYPES.find((type) => ELEMENT_FORMATS[type].TypedArray.name === tag);
}
