import { IdxFormatError } from '../errors.ts';
import { BoundedOutput } from './bounded-output.ts';
import { corruptGzip } from './fault.ts';

/** By the platform's DecompressionStream. */
export async function decompressByStream(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array> {
  const output = new BoundedOutput(maxOutputBytes);
  const unpacked = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) output.push(read.value);
  } catch (error) {
    if (!(error instanceof IdxFormatError)) throw corruptGzip(error);
    await reader.cancel(error);
    throw error;
  }
  return output.join();
}
