import { memoryUsage } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readIdx, writeIdx } from '@fashion-mnist/idx-format';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const IMAGE_BYTES = 784;

/** What reading a stream took. */
export interface StreamReading {
  readonly itemCount: number;
  /** The most memory in use while items passed, less what was in use before. */
  readonly bytes: number;
}

/** Reads a file of images that are made as they are asked for. */
export function readPlain(imageCount: number): Promise<StreamReading> {
  return peakBytes(readIdx(writeIdx(headerOf(imageCount), images(imageCount))));
}

/** The same, gzipped, which is made before. */
export async function readGzipped(imageCount: number): Promise<StreamReading> {
  const packed: Uint8Array[] = [];
  const writing = writeIdx(headerOf(imageCount), images(imageCount), { compression: 'gzip' });
  for await (const chunk of writing) packed.push(chunk);
  return peakBytes(readIdx(packed));
}

/** The same, in one chunk. */
export function readAtOnce(imageCount: number): Promise<StreamReading> {
  const file = new Uint8Array(16 + imageCount * IMAGE_BYTES);
  file.set([0, 0, 8, 3]);
  const header = new DataView(file.buffer);
  [imageCount, 28, 28].forEach((size, axis) => header.setUint32(4 + 4 * axis, size));
  return peakBytes(readIdx([file]));
}

function headerOf(imageCount: number) {
  return { type: 'uint8', shape: [imageCount, 28, 28] } as const;
}

function* images(imageCount: number): Generator<Uint8Array> {
  for (let index = 0; index < imageCount; index++) yield new Uint8Array(IMAGE_BYTES).fill(index);
}

async function peakBytes(items: AsyncIterable<unknown>): Promise<StreamReading> {
  const before = await bytesInUse();
  let itemCount = 0;
  let bytes = 0;
  for await (const _ of items) {
    if (itemCount++ % 5000 === 0) bytes = Math.max(bytes, (await bytesInUse()) - before);
  }
  return { itemCount, bytes };
}

/** Memory in use outside of JavaScript's own heap. Freed memory is given back by another thread, hence the wait. */
async function bytesInUse(): Promise<number> {
  collectGarbage();
  await sleep(10);
  collectGarbage();
  return memoryUsage().arrayBuffers;
}
