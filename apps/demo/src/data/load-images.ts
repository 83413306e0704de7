import { createCheckpoint } from '@fashion-mnist/core';
import { readIdx } from '@fashion-mnist/idx-format';
import type { SplitEntry } from './data-index.ts';
import { DataError } from './errors.ts';
import { bodyChunks, fetchFile } from './fetch-file.ts';

/** Images that are told at once as they arrive. */
const PIECE = 1000;
/** Images between looks at the clock, whether the page is kept from its reader. */
const STRIDE = 100;

/**
 * Reads the images of a split into the memory of a dataset as they arrive.
 *
 * @param pixels - Of the whole dataset, shape `[idCount, height, width]`.
 * @param onPiece - The ids `first..first + count - 1` have arrived.
 * @throws {DataError} `E_DATA_UNREACHABLE`, `E_DATA_MALFORMED`; what has arrived stays.
 */
export async function loadImages(
  split: SplitEntry,
  pixels: Uint8Array,
  pixelsPerImage: number,
  onPiece: (first: number, count: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const response = await fetchFile(split.images.href, signal);
  let told = 0;
  let read = 0;
  const letPageRun = createCheckpoint(signal);
  try {
    for await (const { data, count } of readIdx(bodyChunks(response), {
      type: 'uint8',
      ...(signal && { signal }),
    })) {
      if (count !== split.count || data.length !== pixelsPerImage) throw unfit(split, count, data.length);
      pixels.set(data, (split.first + read) * pixelsPerImage);
      read += 1;
      if (read % STRIDE === 0) await letPageRun();
      if (read - told < PIECE && read < count) continue;
      onPiece(split.first + told, read - told);
      told = read;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof DataError) throw cause;
    throw new DataError('E_DATA_MALFORMED', `The images of ${split.split} are not an IDX file.`, { cause });
  }
}

function unfit({ split, count }: SplitEntry, got: number, pixels: number): DataError {
  const text = `Expected ${count} images of ${split}, got ${got} of ${pixels} pixels.`;
  return new DataError('E_DATA_MALFORMED', text);
}
