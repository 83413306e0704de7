import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../testing/on-both.ts';

const counts = fc.integer({ min: 0, max: 50 });

function addBytesOnBoth(rows: number, features: number, seed: number) {
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const [panelCount, pairCount] = [Math.ceil(features / 8), Math.ceil(rows / 2)];
    const samples = alloc(rows * features);
    const panels = alloc(panelCount * pairCount * 32);
    const products = alloc((8 * panelCount) ** 2 * 8);
    const sums = alloc(8 * panelCount * 8);
    for (let i = 0; i < rows * features; i++) heap.u8[samples + i] = 255 - rng.nextInt(256);
    heap.f64.fill(0.5, products / 8, products / 8 + (8 * panelCount) ** 2);
    heap.f64.fill(0.5, sums / 8, sums / 8 + 8 * panelCount);
    const split = Math.floor(pairCount / 3);
    kernels.packSamplePairs(samples, rows, features, panels, 0, split);
    kernels.packSamplePairs(samples, rows, features, panels, split, pairCount);
    kernels.addByteProducts(panels, panelCount, pairCount, products, 0, panelCount);
    kernels.addByteSums(panels, pairCount, sums, 0, panelCount);
    return heap.f64.slice(products / 8, sums / 8 + 8 * panelCount);
  });
}

function addFloatsOnBoth(rows: number, features: number, seed: number) {
  return onBoth(({ kernels, heap }, alloc) => {
    const rng = createRng(seed);
    const panelCount = Math.ceil(features / 4);
    const [samples, origin] = [alloc(rows * features * 4), alloc(features * 4)];
    const panels = alloc(panelCount * rows * 32);
    const products = alloc((4 * panelCount) ** 2 * 8);
    const sums = alloc(4 * panelCount * 8);
    for (let i = 0; i < rows * features; i++) heap.f32[samples / 4 + i] = 100 + rng.nextNormal();
    for (let i = 0; i < features; i++) heap.f32[origin / 4 + i] = 100 + rng.nextNormal();
    heap.f64.fill(0.5, products / 8, products / 8 + (4 * panelCount) ** 2);
    heap.f64.fill(0.5, sums / 8, sums / 8 + 4 * panelCount);
    kernels.packCentredSamples(samples, rows, features, origin, panels, 0, rows);
    kernels.addFloatProducts(panels, panelCount, rows, products, 0, panelCount);
    kernels.addFloatSums(panels, rows, sums, 0, panelCount);
    return heap.f64.slice(products / 8, sums / 8 + 4 * panelCount);
  });
}

describe('sums of products', () => {
  it.each([
    ['bytes', addBytesOnBoth],
    ['floats', addFloatsOnBoth],
  ] as const)('of %s are the same compiled and as twins, bit for bit', (_, addOnBoth) => {
    fc.assert(
      fc.property(counts, counts, fc.nat(), (rows, features, seed) => {
        const { compiled, twin } = addOnBoth(rows, features, seed);
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('covarianceFromSums', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.nat(3), fc.nat(), (features, padding, seed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const rng = createRng(seed);
          const stride = features + padding;
          const [products, sums] = [alloc(stride * stride * 8), alloc(stride * 8)];
          const [covariance, variances] = [alloc(features * features * 8), alloc(features * 8)];
          for (let i = 0; i < stride * stride; i++) heap.f64[products / 8 + i] = rng.nextNormal();
          for (let i = 0; i < stride; i++) heap.f64[sums / 8 + i] = rng.nextNormal();
          kernels.covarianceFromSums(products, stride, sums, 7, features, covariance, variances, 0, features);
          return heap.f64.slice(covariance / 8, variances / 8 + features);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('clearSums', () => {
  it('clears its range and nothing else', () => {
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const sums = alloc(6 * 8);
      heap.f64.set([1, 2, 3, 4, 5, 6], sums / 8);
      kernels.clearSums(sums, 1, 4);
      return heap.f64.slice(sums / 8, sums / 8 + 6);
    });
    expect([...compiled]).toEqual([1, 0, 0, 0, 5, 6]);
    expect(twin).toEqual(compiled);
  });
});
