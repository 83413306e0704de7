import type { Gunzip, Gzip } from 'node:zlib';

const CHUNK_BYTES = 1 << 16;

/** Pulls what a zlib engine makes of one piece before the next is pushed, so that neither side piles up. */
export class ZlibPump {
  readonly #engine: Gunzip | Gzip;
  readonly #explain: (error: Error) => Error;
  #failure: Error | null | undefined;
  #wake: () => void = () => {};
  #pushedBytes = 0;

  /** @param explain - Turns an error of the engine into the one to throw. */
  constructor(engine: Gunzip | Gzip, explain: (error: Error) => Error = (error) => error) {
    this.#engine = engine;
    this.#explain = explain;
    engine.on('readable', () => this.#wake());
    engine.on('error', (error) => this.#fail(error));
  }

  get unreadBytes(): number {
    return this.#pushedBytes - this.#engine.bytesWritten;
  }

  push(piece: Uint8Array): AsyncGenerator<Uint8Array> {
    this.#pushedBytes += piece.length;
    return this.#pull((done) => this.#engine.write(piece, done));
  }

  end(): AsyncGenerator<Uint8Array> {
    return this.#pull((done) => this.#engine.once('end', done).end());
  }

  close(): void {
    this.#engine.destroy();
  }

  async *#pull(start: (done: (error?: Error | null) => void) => void): AsyncGenerator<Uint8Array> {
    let isDone = false;
    start((error) => {
      isDone = true;
      this.#fail(error);
    });
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const output: Uint8Array | null = this.#engine.read();
      if (output !== null) yield* chunksOf(output);
      else if (this.#failure) throw this.#explain(this.#failure);
      else if (isDone) return;
      else await woken;
    }
  }

  #fail(error: Error | null | undefined): void {
    this.#failure ??= error;
    this.#wake();
  }
}

/** An engine may hand over what it buffered as one. */
function* chunksOf(output: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < output.length; start += CHUNK_BYTES) {
    yield output.subarray(start, start + CHUNK_BYTES);
  }
}
