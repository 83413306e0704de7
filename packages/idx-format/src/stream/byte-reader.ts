import { elementTypeOfArray } from '../element-type.ts';

/** Memory that is allocated before the bytes for it have arrived. */
const UNPROVEN_BYTES = 1 << 20;
const NONE: Uint8Array = new Uint8Array(0);

/** Cuts chunks of any size into pieces of the sizes that are asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  /** The unread bytes are these, which are few, and then those of the chunk, which a source may use again. */
  #start: Uint8Array = NONE;
  #chunk: Uint8Array = NONE;

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks;
  }

  /** The next `length` bytes or more, which stay unread; fewer at the end only. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#start.length + this.#chunk.length < length) {
      this.#start = concatenate(this.#start, this.#chunk);
      if (!(await this.#pull())) break;
    }
    if (this.#start.length === 0) return this.#chunk;
    return concatenate(this.#start, this.#chunk.subarray(0, Math.max(0, length - this.#start.length)));
  }

  /** The next `length` bytes, in memory of their own; fewer at the end only. */
  async take(length: number): Promise<Uint8Array> {
    let bytes = new Uint8Array(Math.min(length, UNPROVEN_BYTES));
    let filled = 0;
    while (filled < length) {
      const part = this.#shift(length - filled);
      if (part.length === 0 && !(await this.#pull())) return bytes.subarray(0, filled);
      if (filled + part.length > bytes.length) {
        const grown = new Uint8Array(Math.min(length, Math.max(2 * bytes.length, filled + part.length)));
        grown.set(bytes);
        bytes = grown;
      }
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes;
  }

  /** All that is left, in chunks. */
  async *rest(): AsyncGenerator<Uint8Array, void, undefined> {
    do {
      yield this.#shift(Number.POSITIVE_INFINITY);
    } while (this.#chunk.length > 0 || (await this.#pull()));
  }

  #shift(maxBytes: number): Uint8Array {
    const isStart = this.#start.length > 0;
    const bytes = isStart ? this.#start : this.#chunk;
    const left = bytes.subarray(maxBytes);
    if (isStart) this.#start = left;
    else this.#chunk = left;
    return bytes.subarray(0, maxBytes);
  }

  async #pull(): Promise<boolean> {
    this.#chunk = NONE;
    const { done = false, value } = await this.#chunks.next();
    if (done) return false;
    if (elementTypeOfArray(value) !== 'uint8') {
      throw new TypeError(`expected chunks that are Uint8Array, got ${typeof value}`);
    }
    this.#chunk = value;
    return true;
  }
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
