import { gunzipSync, gzipSync } from 'node:zlib';
import { encodeIdx, parseIdx } from '@fashion-mnist/idx-format';
import { type DataFiles, madeData } from '../page/made-data.ts';

/** Training images whose label is made another one. */
export const MISLABELLED: readonly number[] = [20, 75, 140];
/** A training image that a test image becomes a copy of. */
export const COPY = { train: 33, test: 12 } as const;
export const TRAIN_COUNT = 300;
export const COUNT = 400;
const PIXELS = 28 * 28;

/** Made data with some wrong labels, and with an image that stands in both splits. */
export function flawedData(): DataFiles {
  const files = madeData(['fashion-mnist']);
  const label = rowOf(files, 'train-labels', COPY.train, 1);
  const image = rowOf(files, 'train-images', COPY.train, PIXELS);
  change(files, 'test-labels', (labels) => labels.set(label, COPY.test));
  change(files, 'test-images', (pixels) => pixels.set(image, COPY.test * PIXELS));
  change(files, 'train-labels', (labels) => {
    for (const index of MISLABELLED) labels[index] = ((labels[index] ?? 0) + 5) % 10;
  });
  return files;
}

function rowOf(files: DataFiles, name: string, row: number, width: number): Uint8Array {
  return read(files, name).data.slice(row * width, (row + 1) * width);
}

function change(files: DataFiles, name: string, how: (data: Uint8Array) => void): void {
  const array = read(files, name);
  how(array.data);
  files.set(pathOf(name), new Uint8Array(gzipSync(encodeIdx(array))));
}

function read(files: DataFiles, name: string) {
  return parseIdx(gunzipSync(files.get(pathOf(name)) ?? new Uint8Array()), { type: 'uint8' });
}

function pathOf(name: string): string {
  return `data/fashion-mnist/${name}.gz`;
}
