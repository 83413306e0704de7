import { gzipWhole } from '#gzip';
import { type BlockTable, encodeBlockIndex } from '../random-access/block-index.ts';
import { toBlock } from './to-block.ts';

/** Packs each chunk, of at most 65,280 bytes, into a block of its own. */
export async function* blockedGzip(
  chunks: AsyncIterable<Uint8Array>,
  onIndex: ((gzi: Uint8Array) => void) | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const table: BlockTable = { packed: [], unpacked: [] };
  let [packed, unpacked] = [0, 0];
  for await (const chunk of chunks) {
    const block = toBlock(await gzipWhole(chunk));
    table.packed.push(packed);
    table.unpacked.push(unpacked);
    packed += block.length;
    unpacked += chunk.length;
    yield block;
  }
  yield toBlock(await gzipWhole(new Uint8Array(0)));
  onIndex?.(encodeBlockIndex(table));
}
