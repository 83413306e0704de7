import { gunzipWhole } from '#gzip';
import { abortable } from '../stream/abortable.ts';
import { blockBytes, MAX_BLOCK_BYTES } from './block-bytes.ts';
import { wrongBlocks } from './block-index.ts';
import { findBlocks } from './find-blocks.ts';
import { type RandomAccessSource, readExactly } from './random-access-source.ts';

/** What a blocked gzip unpacks to; the block that was read last is kept for reads beside it. */
export async function blockedGzipSource(
  file: RandomAccessSource,
  index: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<RandomAccessSource> {
  const { packed, unpacked } = await findBlocks(file, index, signal);
  let kept: { readonly block: number; readonly content: Promise<Uint8Array> } | undefined;

  async function unpackBlock(block: number): Promise<Uint8Array> {
    const [start = 0, end = 0] = packed.slice(block, block + 2);
    const [contentStart = 0, contentEnd = 0] = unpacked.slice(block, block + 2);
    const bytes = await readExactly(file, start, end - start);
    if (blockBytes(bytes) !== bytes.length) throw wrongBlocks(`no block at bytes ${start} to ${end}`);
    const content = await gunzipWhole(bytes, MAX_BLOCK_BYTES);
    if (content.length !== contentEnd - contentStart)
      throw wrongBlocks(`${content.length} bytes in the block at byte ${start}`);
    return content;
  }

  /** Shared by all who wait for it, so no signal of one of them may end it. */
  function contentOf(block: number): Promise<Uint8Array> {
    if (kept?.block !== block) {
      const content = unpackBlock(block);
      const mine = { block, content };
      kept = mine;
      content.catch(() => {
        if (kept === mine) kept = undefined;
      });
    }
    return kept.content;
  }

  return {
    size: unpacked.at(-1) ?? 0,
    async read(offset, length, readSignal) {
      const bytes = new Uint8Array(length);
      let filled = 0;
      for (let block = lastAtOrBefore(unpacked, offset); filled < length; block++) {
        const content = await abortable(contentOf(block), readSignal);
        const skipped = offset + filled - (unpacked[block] ?? 0);
        const part = content.subarray(skipped, skipped + length - filled);
        bytes.set(part, filled);
        filled += part.length;
      }
      return bytes;
    },
    close: async () => file.close?.(),
  };
}

/** Index of the last of the ascending numbers that is not above a limit. */
function lastAtOrBefore(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
