import { Inflate } from 'pako';
import { BoundedOutput } from './bounded-output.ts';
import { corruptGzip } from './fault.ts';

const CHUNK_BYTES = 1 << 16;

/** By pako, for platforms without a decompressor of their own. */
export function decompressByPako(bytes: Uint8Array, maxOutputBytes: number): Uint8Array {
  const output = new BoundedOutput(maxOutputBytes);
  const inflate = new Inflate({ chunkSize: CHUNK_BYTES });
  inflate.onData = (chunk) => output.push(chunk);
  for (let offset = 0; offset < bytes.length && !inflate.ended && inflate.err === 0; offset += CHUNK_BYTES) {
    inflate.push(bytes.subarray(offset, offset + CHUNK_BYTES), false);
  }
  if (inflate.err !== 0) throw corruptGzip(new Error(inflate.msg));
  if (!inflate.ended) throw corruptGzip(new Error('unexpected end of file'));
  return output.join();
}
