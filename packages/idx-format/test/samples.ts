import {
  encodeIdx,
  type IdxElementType,
  type IdxTypedArray,
  type RandomAccessSource,
} from '@fashion-mnist/idx-format';

type TypedArrayOf<T extends IdxElementType> = new (buffer: ArrayBuffer) => IdxTypedArray<T>;

const TYPED_ARRAYS: { readonly [T in IdxElementType]: TypedArrayOf<T> & { BYTES_PER_ELEMENT: number } } = {
  uint8: Uint8Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
  float64: Float64Array,
};

export const ELEMENT_TYPES = Object.keys(TYPED_ARRAYS) as IdxElementType[];

export interface Sample {
  readonly type: IdxElementType;
  readonly shape: readonly number[];
  readonly data: IdxTypedArray;
  /** The uncompressed file that holds the data. */
  readonly file: Uint8Array;
}

/** Data of a type and a shape whose bits repeat late and mean nothing. */
export function sample(type: IdxElementType, shape: readonly number[]): Sample {
  const TypedArray = TYPED_ARRAYS[type];
  const byteLength = shape.reduce((product, size) => product * size, TypedArray.BYTES_PER_ELEMENT);
  const bits = Uint8Array.from({ length: byteLength }, (_, index) => (index * 37 + (index >> 8) * 11) & 255);
  const data: IdxTypedArray = new TypedArray(bits.buffer);
  return { type, shape, data, file: encodeIdx({ data, shape }) };
}

/** Bytes that deflate cannot shrink: those of a linear congruential generator (Numerical Recipes, chapter 7.1). */
export function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** The bytes of an array in memory, so that NaN equals itself and -0 does not equal 0. */
export function bitsOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

/** A file as `Uint8Array` chunks of a size, the last one shorter. */
export function cut(file: Uint8Array, chunkBytes: number): Uint8Array[] {
  const count = Math.ceil(file.length / chunkBytes);
  return Array.from({ length: count }, (_, index) =>
    file.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export async function join(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return concatenate(parts);
}

/** A source of chunks that counts how often it is pulled and closed. */
export class RecordedSource<T> implements AsyncIterableIterator<T> {
  readonly #next: (pull: number) => IteratorResult<T> | Promise<IteratorResult<T>>;
  pulls = 0;
  closes = 0;

  /** @param next - Answers the n-th pull, counted from 0. */
  constructor(next: (pull: number) => IteratorResult<T> | Promise<IteratorResult<T>>) {
    this.#next = next;
  }

  static of<T>(items: readonly T[]): RecordedSource<T> {
    return new RecordedSource((pull) => stepOf(items[pull]));
  }

  async next(): Promise<IteratorResult<T>> {
    return this.#next(this.pulls++);
  }

  async return(): Promise<IteratorResult<T>> {
    this.closes++;
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

export function stepOf<T>(item: T | undefined): IteratorResult<T> {
  return item === undefined ? { done: true, value: undefined } : { done: false, value: item };
}

interface RecordedFile {
  readonly source: RandomAccessSource;
  readonly log: { readonly reads: { readonly offset: number; readonly length: number }[]; closes: number };
}

/** A source that tells what was read from it. */
export function recordedFile(file: Uint8Array): RecordedFile {
  const log: RecordedFile['log'] = { reads: [], closes: 0 };
  const source: RandomAccessSource = {
    size: file.length,
    async read(offset, length) {
      log.reads.push({ offset, length });
      return file.subarray(offset, offset + length);
    },
    async close() {
      log.closes++;
    },
  };
  return { source, log };
}

export function withBytes(file: Uint8Array, offset: number, bytes: readonly number[]): Uint8Array {
  const changed = file.slice();
  changed.set(bytes, offset);
  return changed;
}
