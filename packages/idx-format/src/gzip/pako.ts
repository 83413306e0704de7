import {
  Deflate,
  Z_NO_FLUSH,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateReset,
} from 'pako';
import type { BytePieces, GzipDecoder } from './unpack.ts';

const CHUNK_BYTES = 1 << 16;
const GZIP_ONLY = 31;

/** Drives pako as zlib is driven in C: pako's own wrapper hides where a member ends. */
export class PakoDecoder implements GzipDecoder {
  readonly #zlib = new ZStream();
  readonly #explain: (complaint: string) => Error;
  #isBetweenMembers = false;

  /** @param explain - Turns a complaint of zlib into the error to throw. */
  constructor(explain: (complaint: string) => Error) {
    this.#explain = explain;
    zlibInflateInit2(this.#zlib, GZIP_ONLY);
  }

  get unreadBytes(): number {
    return this.#zlib.avail_in;
  }

  *push(piece: Uint8Array): Generator<Uint8Array> {
    const zlib = this.#zlib;
    zlib.input = piece;
    zlib.next_in = 0;
    zlib.avail_in = piece.length;
    do {
      if (this.#isBetweenMembers) {
        if (zlib.avail_in === 0 || piece[zlib.next_in] === 0) return;
        zlibInflateReset(zlib);
      }
      yield* this.#inflate();
    } while (zlib.avail_in > 0 || zlib.avail_out === 0);
  }

  end(): readonly Uint8Array[] {
    if (!this.#isBetweenMembers) throw this.#explain('unexpected end of file');
    return [];
  }

  close(): void {}

  *#inflate(): Generator<Uint8Array> {
    const zlib = this.#zlib;
    if (zlib.avail_out === 0) {
      zlib.output = new Uint8Array(CHUNK_BYTES);
      zlib.next_out = 0;
      zlib.avail_out = CHUNK_BYTES;
    }
    const start = zlib.next_out;
    this.#isBetweenMembers = zlibInflate(zlib, Z_NO_FLUSH) === Z_STREAM_END;
    if (zlib.next_out > start) yield zlib.output.subarray(start, zlib.next_out);
    if (zlib.msg !== '') throw this.#explain(zlib.msg);
  }
}

/** One gzip member, for platforms without a CompressionStream. */
export async function* gzipStreamByPako(source: BytePieces): AsyncGenerator<Uint8Array> {
  const output: Uint8Array[] = [];
  const deflate = new Deflate({ gzip: true });
  deflate.onData = (chunk) => output.push(chunk);
  for await (const piece of source) {
    deflate.push(piece);
    yield* output.splice(0);
  }
  deflate.push(new Uint8Array(0), true);
  yield* output;
}
