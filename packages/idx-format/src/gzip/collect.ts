import { oversizedGzip } from './gzip-fault.ts';

/**
 * The chunks joined.
 *
 * @throws {IdxFormatError} `E_GZIP_TOO_LARGE` - as soon as the limit is passed; the rest is not asked for.
 */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of chunks) {
    byteCount += chunk.length;
    if (byteCount > maxBytes) throw oversizedGzip(maxBytes);
    kept.push(chunk);
  }
  const whole = new Uint8Array(byteCount);
  let offset = 0;
  for (const chunk of kept) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
