import type { ImageDataset } from '@fashion-mnist/core';
import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { pngFiles } from './png-files.ts';

function pathsOf(count: number, classNames: readonly string[]): readonly string[] {
  const dataset: ImageDataset = {
    name: 'mnist',
    split: 'train',
    images: { data: new Uint8Array(count), shape: [count, 1, 1] },
    labels: Uint8Array.from({ length: count }, (_, index) => index % classNames.length),
    classNames,
  };
  const job = { definition: describeDataset('mnist'), splits: [dataset], gzip: false, onPictures: () => {} };
  return Array.from(pngFiles(job), ({ path }) => path);
}

describe('pngFiles', () => {
  it('puts each picture into the folder of its class', () => {
    expect(pathsOf(3, ['T-shirt/top', '!'])).toEqual([
      'train/0-t-shirt-top/0.png',
      'train/1/1.png',
      'train/0-t-shirt-top/2.png',
    ]);
  });

  it('pads labels and indices, so that names sort as numbers', () => {
    const classNames = Array.from({ length: 62 }, (_, label) => `class ${label}`);
    const paths = pathsOf(1000, classNames);
    expect(paths[7]).toBe('train/07-class-7/007.png');
    const folders = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))];
    expect(folders.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(folders);
  });

  it('keeps classes apart whose names differ in case alone', () => {
    expect(new Set(pathsOf(2, ['a', 'A']).map((path) => path.toLowerCase())).size).toBe(2);
  });
});
