import { expect, it } from 'vitest';
import { readAtOnce, readGzipped, readPlain } from '../streams-of-images.ts';

const IMAGE_COUNT = 380_000;

it.each([
  { stream: 'a stream', read: readPlain },
  { stream: 'a gzipped stream', read: readGzipped },
  { stream: 'one chunk', read: readAtOnce },
])('readIdx holds less than 1 MiB of $stream of 298 MB', async ({ read }) => {
  const { itemCount, bytes } = await read(IMAGE_COUNT);
  expect(itemCount).toBe(IMAGE_COUNT);
  expect(bytes).toBeLessThan(2 ** 20);
});
