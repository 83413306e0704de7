import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeImage } from './describe-image.ts';
import { FASHION_MNIST_MEASUREMENTS } from './fashion-mnist-measurements.ts';
import { measureImages } from './measure-images.ts';
import { imageWarnings } from './photo-warnings.ts';

/** Of the Debian package dataset-fashion-mnist. */
const FOLDER = '/usr/share/datasets/fashion-mnist';
const HEADER_BYTES = 16;
const IMAGE_BYTES = 784;

const isThere = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent' && existsSync(FOLDER);

function readImages(): Uint8Array {
  const [training, test] = ['train', 't10k'].map((name) =>
    gunzipSync(readFileSync(`${FOLDER}/${name}-images-idx3-ubyte.gz`)).subarray(HEADER_BYTES),
  ) as [Buffer, Buffer];
  return Uint8Array.from(Buffer.concat([training, test]));
}

describe.skipIf(!isThere)('the 70,000 images of Fashion-MNIST', () => {
  it('measure as they are said to, and give few warnings', () => {
    const data = readImages();
    const measured = measureImages({ data, shape: [data.length / IMAGE_BYTES, 28, 28] });
    const closeTo = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(closeTo);
      return expect.closeTo(value as number, 5);
    };
    const expected = Object.entries(FASHION_MNIST_MEASUREMENTS).map(([name, value]) => [
      name,
      closeTo(value),
    ]);
    expect(measured).toEqual(Object.fromEntries(expected));

    let warnedCount = 0;
    for (let at = 0; at < data.length; at += IMAGE_BYTES)
      if (imageWarnings(describeImage(data.subarray(at, at + IMAGE_BYTES))).length > 0) warnedCount++;
    expect(warnedCount / measured.imageCount).toBeLessThan(0.01);
    expect(warnedCount / measured.imageCount).toBeGreaterThan(0.005);
  });
});
