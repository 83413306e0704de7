import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../testing/on-both.ts';

const counts = fc.integer({ min: 0, max: 70 });
const seeds = fc.nat();

function bytes(length: number, seed: number): Uint8Array {
  const rng = createRng(seed);
  return Uint8Array.from({ length }, () => rng.nextInt(256));
}

function floats(length: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from({ length }, () => 10 * rng.nextNormal());
}

interface AffineCase {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  readonly seed: number;
}

function multiplyOnBoth(kernel: 'multiplyCentredFloats' | 'multiplyCentredBytes', sizes: AffineCase) {
  const { rows, inner, columns, seed } = sizes;
  return onBoth(({ kernels, heap }, alloc) => {
    const panelCount = Math.ceil(columns / 8);
    const samples = alloc(rows * inner * 4);
    const [centre, bias] = [alloc(inner * 4), alloc(columns * 4)];
    const [matrix, panels] = [alloc(inner * columns * 4), alloc(panelCount * inner * 32)];
    const product = alloc(rows * columns * 4);
    if (kernel === 'multiplyCentredBytes') heap.u8.set(bytes(rows * inner, seed), samples);
    else heap.f32.set(floats(rows * inner, seed), samples / 4);
    heap.f32.set(floats(inner, seed + 1), centre / 4);
    heap.f32.set(floats(columns, seed + 2), bias / 4);
    heap.f32.set(floats(inner * columns, seed + 3), matrix / 4);
    kernels.packColumns(matrix, inner, columns, panels, 0, panelCount);
    const split = Math.floor(rows / 3);
    kernels[kernel](samples, centre, inner, panels, columns, bias, product, 0, split);
    kernels[kernel](samples, centre, inner, panels, columns, bias, product, split, rows);
    return heap.f32.slice(product / 4, product / 4 + rows * columns);
  });
}

describe.each(['multiplyCentredFloats', 'multiplyCentredBytes'] as const)('%s', (kernel) => {
  it('does the same compiled and as a twin, bit for bit, at every size', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 19 }), seeds, (rows, inner, columns, seed) => {
        const { compiled, twin } = multiplyOnBoth(kernel, { rows, inner, columns, seed });
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it.each([511, 512, 513, 1030])('does the same over %s features, in runs', (inner) => {
    const { compiled, twin } = multiplyOnBoth(kernel, { rows: 67, inner, columns: 9, seed: inner });
    expect(compiled).toEqual(twin);
  });
});

function distancesOnBoth(isBytes: boolean, rows: number, packed: number, features: number, seed: number) {
  return onBoth(({ kernels, heap }, alloc) => {
    const [a, b] = [alloc(rows * features * 4), alloc(packed * features * 4)];
    const panelCount = Math.ceil(packed / (isBytes ? 8 : 4));
    const panels = alloc(panelCount * (features + 1) * 32);
    const distances = alloc(rows * packed * 8);
    if (isBytes) {
      heap.u8.set(bytes(rows * features, seed), a);
      heap.u8.set(bytes(packed * features, seed + 1), b);
      kernels.packRowsOfBytes(b, packed, features, panels, 0, panelCount);
      kernels.squaredDistancesOfBytes(a, features, panels, packed, distances, 0, rows);
    } else {
      heap.f32.set(floats(rows * features, seed), a / 4);
      heap.f32.set(floats(packed * features, seed + 1), b / 4);
      kernels.packRowsOfFloats(b, packed, features, panels, 0, panelCount);
      kernels.squaredDistancesOfFloats(a, features, panels, packed, distances, 0, rows);
    }
    return heap.f64.slice(distances / 8, distances / 8 + rows * packed);
  });
}

describe.each([
  { kernel: 'squaredDistancesOfBytes', isBytes: true },
  { kernel: 'squaredDistancesOfFloats', isBytes: false },
])('$kernel', ({ isBytes }) => {
  it('does the same compiled and as a twin, bit for bit, at every size', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 20 }), counts, seeds, (rows, packed, features, seed) => {
        const { compiled, twin } = distancesOnBoth(isBytes, rows, packed, features, seed);
        expect(compiled).toEqual(twin);
      }),
    );
  });

  it.each([255, 257, 4097])('does the same over %s features, in runs', (features) => {
    const { compiled, twin } = distancesOnBoth(isBytes, 35, 9, features, features);
    expect(compiled).toEqual(twin);
  });
});
