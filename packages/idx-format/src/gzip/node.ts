import { constants } from 'node:buffer';
import { createGunzip, createGzip, type Gunzip, gunzip, gzip } from 'node:zlib';
import { declaredLength } from './declared-length.ts';
import { gzipFault, oversizedGzip } from './gzip-fault.ts';
import { ZlibPump } from './node/zlib-pump.ts';
import { type BytePieces, requireMagic, requireZeros, unpack } from './unpack.ts';

const CHUNK_BYTES = 1 << 16;
const MIB = 1 << 20;
const MAX_CHUNK_BYTES = 2 ** 31;

/** By Node's zlib, on a thread of its pool. */
export async function gunzipWhole(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array> {
  requireMagic(bytes);
  const { output, readBytes } = await gunzipAtOnce(withFixedMemory(bytes), maxOutputBytes);
  requireZeros(bytes.subarray(readBytes));
  return output;
}

/** By Node's zlib; the next piece is taken from the source when the output of the one before it was taken. */
export function gunzipStream(source: BytePieces): AsyncGenerator<Uint8Array> {
  return unpack(source, new ZlibPump(createGunzip({ chunkSize: CHUNK_BYTES }), faultOf));
}

/** One gzip member. */
export function gzipWhole(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gzip(withFixedMemory(bytes), { chunkSize: CHUNK_BYTES }, (error, output) => {
      if (error === null) resolve(plainView(output));
      else reject(error);
    });
  });
}

/** One gzip member, in pieces. */
export async function* gzipStream(source: BytePieces): AsyncGenerator<Uint8Array> {
  const pump = new ZlibPump(createGzip({ chunkSize: CHUNK_BYTES }));
  try {
    for await (const piece of source) yield* pump.push(piece);
    yield* pump.end();
  } finally {
    pump.close();
  }
}

interface Unpacked {
  readonly output: Uint8Array;
  /** How much of the input was read: zlib stops at zeros behind a member. */
  readonly readBytes: number;
}

function gunzipAtOnce(bytes: Uint8Array, maxOutputBytes: number): Promise<Unpacked> {
  const options = {
    info: true,
    chunkSize: chunkBytesFor(bytes, maxOutputBytes),
    maxOutputLength: Math.max(1, Math.min(maxOutputBytes, constants.MAX_LENGTH)),
  };
  return new Promise((resolve, reject) => {
    gunzip(bytes, options, (error, result) => {
      if (error !== null) {
        return reject(isOversize(error) ? oversizedGzip(maxOutputBytes) : faultOf(error));
      }
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: Gunzip };
      if (buffer.length > maxOutputBytes) return reject(oversizedGzip(maxOutputBytes));
      resolve({ output: plainView(buffer), readBytes: engine.bytesWritten });
    });
  });
}

/**
 * One output buffer in place of many that are joined, where the length in the trailer may be believed: nothing beyond
 * 2 x input + 1 MiB is allocated on the word of the file alone. A buffer below 64 KiB would come from Node's pool.
 */
function chunkBytesFor(bytes: Uint8Array, maxOutputBytes: number): number {
  const declared = declaredLength(bytes);
  const isBelievable = declared <= 2 * bytes.length + MIB || declared === maxOutputBytes;
  const wanted = isBelievable ? Math.max(declared + 1, Math.min(bytes.length, MIB)) : MIB;
  return Math.max(CHUNK_BYTES, Math.min(wanted, maxOutputBytes + 1, MAX_CHUNK_BYTES));
}

/** zlib runs on another thread, and must not see its input shrink. */
function withFixedMemory(bytes: Uint8Array): Uint8Array {
  const { resizable } = bytes.buffer as { resizable?: boolean };
  return resizable ? Uint8Array.from(bytes) : bytes;
}

function faultOf(error: Error): Error {
  return codeOf(error).startsWith('Z_') ? gzipFault(error.message) : error;
}

function isOversize(error: Error): boolean {
  return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
}

function codeOf(error: Error): string {
  return String((error as NodeJS.ErrnoException).code);
}

function plainView({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
