import { GZIP_MAGIC, isGzip } from '../foreign-format.ts';
import { gzipFault, notGzip } from './gzip-fault.ts';

/** Bytes piece by piece; each piece is borrowed until the next is asked for. */
export type BytePieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A decoder of gzip members that follow each other; it stops at a zero byte where a member could begin. */
export interface GzipDecoder {
  /** What a piece unpacks to, in chunks of at most 64 KiB, made as they are asked for. */
  push(piece: Uint8Array): BytePieces;
  /** How many bytes at the end of the last piece were not read. */
  readonly unreadBytes: number;
  /** Unpacks what is left. @throws {IdxFormatError} `E_GZIP_TRUNCATED` - the last member is not complete. */
  end(): BytePieces;
  close(): void;
}

/** Unpacks a source piece by piece: the next piece is asked for when the output of the one before it was taken. */
export async function* unpack(
  source: BytePieces,
  decoder: GzipDecoder,
): AsyncGenerator<Uint8Array, void, undefined> {
  let magicBytes = 0;
  let inPadding = false;
  try {
    for await (const piece of source) {
      for (let i = 0; i < piece.length && magicBytes < GZIP_MAGIC.length; i++) {
        if (piece[i] !== GZIP_MAGIC[magicBytes++]) throw notGzip(piece);
      }
      if (!inPadding) yield* decoder.push(piece);
      const rest: Uint8Array = inPadding ? piece : piece.subarray(piece.length - decoder.unreadBytes);
      inPadding ||= rest.length > 0;
      requireZeros(rest);
    }
    if (magicBytes < GZIP_MAGIC.length) throw notGzip(Uint8Array.from(GZIP_MAGIC.slice(0, magicBytes)));
    if (!inPadding) yield* decoder.end();
  } finally {
    decoder.close();
  }
}

/** @throws {IdxFormatError} `E_GZIP_MAGIC` - the bytes do not begin like gzip. */
export function requireMagic(bytes: Uint8Array): void {
  if (!isGzip(bytes)) throw notGzip(bytes);
}

/** Tapes and some writers pad a file with zeros. @throws {IdxFormatError} `E_GZIP_TRAILING` - other bytes. */
export function requireZeros(padding: Uint8Array): void {
  if (padding.some((byte) => byte !== 0)) throw gzipFault('incorrect header check');
}
