import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ndArray } from '@fashion-mnist/core';
import { expect, it } from 'vitest';
import { trustworthiness } from '../quality/trustworthiness.ts';
import { umap } from './umap.ts';

/** Of the Debian package dataset-fashion-mnist. */
const FILE = '/usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz';
const HEADER_BYTES = 16;
const COUNT = 1000;

it.skipIf(!existsSync(FILE))('is as trustworthy as umap-js on 1,000 pictures', async () => {
  const pixels = Uint8Array.from(gunzipSync(readFileSync(FILE)).subarray(HEADER_BYTES));
  const images = ndArray(pixels.subarray(0, COUNT * 784), [COUNT, 784]);
  const [fast, reference] = await Promise.all([umap(images), umap(images, { engine: 'reference' })]);
  const scores = await Promise.all(
    [fast, reference].map(({ coordinates }) => trustworthiness(images, coordinates)),
  );
  const [ours = 0, theirs = 1] = scores.map(({ value }) => value);
  expect(ours).toBeGreaterThan(theirs - 0.002);
});
