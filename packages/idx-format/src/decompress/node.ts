import { gunzip } from 'node:zlib';
import { corruptGzip, oversizedGzip } from './fault.ts';

const CHUNK_BYTES = 1 << 20;

/** Node's zlib, on a thread of its pool. */
export function decompress(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength: maxOutputBytes, chunkSize: CHUNK_BYTES }, (error, output) => {
      if (error === null) resolve(new Uint8Array(output.buffer, output.byteOffset, output.length));
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(oversizedGzip(maxOutputBytes));
      else reject(corruptGzip(error));
    });
  });
}
