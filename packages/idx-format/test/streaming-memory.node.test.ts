import { memoryUsage } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readIdx, writeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const IMAGE_COUNT = 380_000;
const HEADER = { type: 'uint8', shape: [IMAGE_COUNT, 28, 28] } as const;
const BOUND_BYTES = 2 ** 20;

/** 298 MB of images, made as they are asked for. */
function* images(): Generator<Uint8Array> {
  for (let index = 0; index < IMAGE_COUNT; index++) yield new Uint8Array(784).fill(index);
}

/** Memory in use outside of JavaScript's own heap. Freed memory is given back by another thread, hence the wait. */
async function bytesInUse(): Promise<number> {
  collectGarbage();
  await sleep(10);
  collectGarbage();
  return memoryUsage().arrayBuffers;
}

/** The most memory in use while items pass, less what was in use before. */
async function peakBytes(items: AsyncIterable<unknown>): Promise<{ itemCount: number; bytes: number }> {
  const before = await bytesInUse();
  let itemCount = 0;
  let bytes = 0;
  for await (const _ of items) {
    if (itemCount++ % 10_000 === 0) bytes = Math.max(bytes, (await bytesInUse()) - before);
  }
  return { itemCount, bytes };
}

describe('readIdx of a stream of 298 MB', () => {
  it('holds less than 1 MiB of a plain one', async () => {
    const { itemCount, bytes } = await peakBytes(readIdx(writeIdx(HEADER, images())));
    expect(itemCount).toBe(IMAGE_COUNT);
    expect(bytes).toBeLessThan(BOUND_BYTES);
  });

  it('holds less than 1 MiB of a gzipped one', async () => {
    const packed: Uint8Array[] = [];
    for await (const chunk of writeIdx(HEADER, images(), { compression: 'gzip' })) packed.push(chunk);
    const { itemCount, bytes } = await peakBytes(readIdx(packed));
    expect(itemCount).toBe(IMAGE_COUNT);
    expect(bytes).toBeLessThan(BOUND_BYTES);
  });

  it('holds less than 1 MiB beside a chunk that holds everything', async () => {
    const file = new Uint8Array(16 + 100_000 * 784);
    file.set([0, 0, 8, 3, 0, 0x01, 0x86, 0xa0, 0, 0, 0, 28, 0, 0, 0, 28]);
    const { itemCount, bytes } = await peakBytes(readIdx([file]));
    expect(itemCount).toBe(100_000);
    expect(bytes).toBeLessThan(BOUND_BYTES);
  });
});
