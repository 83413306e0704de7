import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/plain-python.json' with { type: 'json' };
import { oneHot } from '../features/one-hot.ts';
import { cutmix } from './cutmix.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { mixup } from './mixup.ts';

const SIDE = 20;

/** As `picture` and `label` in plain-python.py. */
function batchOf(count: number) {
  const size = SIDE ** 2;
  const data = Uint8Array.from({ length: count * size }, (_, at) => {
    const [number, i] = [Math.floor(at / size), at % size];
    return number * 83 + i * i * 7 + i;
  });
  const labels = oneHot(
    Uint8Array.from({ length: count }, (_, number) => number % 10),
    10,
  );
  return { images: ndArray(data, [count, SIDE, SIDE]), labels };
}

// These run in Node and in a browser, against the same numbers of a third implementation.
describe('random numbers are those of plain Python', () => {
  it('in the noise on bytes', () => {
    const { data } = gaussianNoise(batchOf(4).images, { std: golden.noise.std, ...golden.random });
    expect([...data]).toEqual(golden.noise.bytes);
  });

  it('in the noise on float32', () => {
    const { images } = batchOf(4);
    const floats = { ...images, data: Float32Array.from(images.data) };
    const { data } = gaussianNoise(floats, { std: golden.noise.std, ...golden.random });
    golden.noise.floats.forEach((value, i) =>
      expect(Math.abs((data[i] as number) - value)).toBeLessThan(1e-4),
    );
  });

  it.each(golden.mixup)('in mixup with alpha $alpha', ({ alpha, pixels, labels: expected }) => {
    const { images, labels } = mixup(batchOf(12), { alpha, ...golden.random });
    expect([...images.data]).toEqual(pixels);
    expected.forEach((value, i) => expect(labels?.data[i]).toBeCloseTo(value, 6));
  });

  it.each(golden.cutmix)('in cutmix with alpha $alpha', ({ alpha, pixels, labels: expected }) => {
    const { images, labels } = cutmix(batchOf(12), { alpha, ...golden.random });
    expect([...images.data]).toEqual(pixels);
    expected.forEach((value, i) => expect(labels?.data[i]).toBeCloseTo(value, 6));
  });
});
