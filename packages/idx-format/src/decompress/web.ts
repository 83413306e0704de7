import { decompressByStream } from './stream.ts';

/** The platform's DecompressionStream; pako, loaded on demand, where there is none. */
export async function decompress(bytes: Uint8Array, maxOutputBytes: number): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'function') return decompressByStream(bytes, maxOutputBytes);
  const { decompressByPako } = await import('./pako.ts');
  return decompressByPako(bytes, maxOutputBytes);
}
