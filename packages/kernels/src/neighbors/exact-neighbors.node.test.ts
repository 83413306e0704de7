import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ndArray } from '@fashion-mnist/core';
import { expect, it } from 'vitest';
import { rowsOf, sortAllDistances } from '../testing/sorted-distances.ts';
import { exactNeighbors } from './exact-neighbors.ts';

/** Of the Debian package dataset-fashion-mnist. */
const FILE = '/usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz';
const HEADER_BYTES = 16;

it.skipIf(!existsSync(FILE))(
  'finds exactly what sorting all distances finds, among 2,000 pictures',
  async () => {
    const pixels = Uint8Array.from(gunzipSync(readFileSync(FILE)).subarray(HEADER_BYTES));
    const images = ndArray(pixels.subarray(0, 2000 * 784), [2000, 784]);
    const some = Array.from({ length: 200 }, (_, index) => index * 10);
    const rows = rowsOf(await exactNeighbors(images, { neighborCount: 40 }));
    expect(some.map((query) => rows[query])).toEqual(sortAllDistances(images, images, 40, some));
  },
);
