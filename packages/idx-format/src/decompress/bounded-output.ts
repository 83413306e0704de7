import { oversizedGzip } from './fault.ts';

/** Collects chunks up to a limit. */
export class BoundedOutput {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #byteCount = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Keeps a chunk. @throws {IdxFormatError} `E_GZIP_TOO_LARGE` - the limit is passed. */
  push(chunk: Uint8Array): void {
    this.#byteCount += chunk.length;
    if (this.#byteCount > this.#maxBytes) throw oversizedGzip(this.#maxBytes);
    this.#chunks.push(chunk);
  }

  join(): Uint8Array {
    const whole = new Uint8Array(this.#byteCount);
    let offset = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole;
  }
}
