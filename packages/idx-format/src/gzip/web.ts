import { IdxFormatError } from '../errors.ts';
import { collect } from './collect.ts';
import { declaredLength } from './declared-length.ts';
import { gzipFault } from './gzip-fault.ts';
import { through } from './through.ts';
import { type BytePieces, requireMagic, unpack } from './unpack.ts';

const PIECE_BYTES = 1 << 16;

/** By the platform's DecompressionStream; what that refuses, or where there is none, is read by pako. */
export async function gunzipWhole(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array> {
  requireMagic(bytes);
  const output = await gunzipByPlatform(bytes, maxOutputBytes);
  return output ?? collect(gunzipStream(pieces(bytes)), maxOutputBytes);
}

/** By pako: a DecompressionStream can neither bound its memory nor read a second member. */
export async function* gunzipStream(source: BytePieces): AsyncGenerator<Uint8Array> {
  const { PakoDecoder } = await import('./pako.ts');
  yield* unpack(source, new PakoDecoder(gzipFault));
}

/** One gzip member. */
export function gzipWhole(bytes: Uint8Array): Promise<Uint8Array> {
  return collect(gzipStream(pieces(bytes)), Number.POSITIVE_INFINITY);
}

/** One gzip member, by the platform's CompressionStream, or by pako where there is none. */
export async function* gzipStream(source: BytePieces): AsyncGenerator<Uint8Array> {
  if (typeof CompressionStream === 'function') yield* through(source, new CompressionStream('gzip'));
  else yield* (await import('./pako.ts')).gzipStreamByPako(source);
}

async function gunzipByPlatform(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array | undefined> {
  try {
    const output = await collect(through(pieces(bytes), new DecompressionStream('gzip')), maxOutputBytes);
    // Lenient platforms ignore what follows the first member.
    return output.length % 2 ** 32 === declaredLength(bytes) ? output : undefined;
  } catch (error) {
    if (error instanceof IdxFormatError) throw error;
    return undefined;
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    yield bytes.subarray(offset, offset + PIECE_BYTES);
  }
}
