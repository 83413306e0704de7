import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { onBoth } from '../../testing/on-both.ts';

const seeds = fc.nat();
const few = { numRuns: 30 };
const sampleCounts = fc.integer({ min: 0, max: 200 });

/** Coordinates as `projectBytes` leaves them: no radius, and each rest again at the start of the next level. */
function writeCoordinates({ heap }: KernelsUnderTest, pointer: number, sampleCount: number, seed: number) {
  const rng = createRng(seed);
  for (let sample = 0; sample < sampleCount; sample++) {
    const spread = 1 + rng.nextInt(1000);
    const row = Int16Array.from({ length: 160 }, () => rng.nextInt(spread) - (spread >> 1));
    row[15] = 0;
    for (const [start, before] of [
      [16, 14],
      [48, 47],
      [96, 95],
    ] as const)
      row[start] = row[before]!;
    heap.i16.set(row, pointer / 2 + sample * 160);
  }
}

describe.each(['projectBytes', 'projectFloats', 'projectWeightedBytes'] as const)('%s', (kernel) => {
  function projectOnBoth(rows: number, featureCount: number, axisCount: number, seed: number) {
    return onBoth(({ kernels, heap }, alloc) => {
      const rng = createRng(seed);
      const samples = alloc(rows * featureCount * 4);
      const centre = alloc(featureCount * 4);
      const directions = alloc(Math.ceil(axisCount / 8) * (featureCount + 1) * 8 * 8);
      const mixing = alloc(Math.ceil(axisCount / 4) * axisCount * 32);
      const coordinates = alloc(rows * 320);
      const weights = alloc(featureCount * 8);
      for (let i = 0; i < featureCount; i++) heap.f32[weights / 4 + i] = 10 ** (3 * rng.nextFloat() - 1);
      if (kernel !== 'projectFloats') {
        for (let i = 0; i < rows * featureCount; i++) heap.u8[samples + i] = rng.nextInt(256);
        for (let i = 0; i < featureCount; i++) {
          if (kernel === 'projectBytes') heap.u8[centre + i] = rng.nextInt(256);
          else heap.i16[centre / 2 + i] = rng.nextInt(2000);
        }
        for (let axis = 0; axis < axisCount; axis++) {
          const panel = directions / 2 + (axis >> 3) * Math.ceil(featureCount / 2) * 16 + (axis & 7) * 2;
          for (let i = 0; i < featureCount + (featureCount % 2); i++)
            heap.i16[panel + (i >> 1) * 16 + (i & 1)] = rng.nextInt(32_769) - 16_384;
        }
      } else {
        for (let i = 0; i < rows * featureCount; i++) heap.f32[samples / 4 + i] = 10 * rng.nextNormal();
        for (let i = 0; i < featureCount; i++) heap.f32[centre / 4 + i] = rng.nextNormal();
        for (let i = 0; i < Math.ceil(axisCount / 4) * featureCount * 4; i++)
          heap.f64[directions / 8 + i] = rng.nextNormal();
      }
      for (let row = 0; row < Math.ceil(axisCount / 4) * 4; row++) {
        for (let i = 0; i < axisCount; i++) {
          const at = mixing / 8 + ((row >> 2) * axisCount + i) * 4 + (row & 3);
          heap.f64[at] = i <= row ? rng.nextNormal() / 16_384 : 0;
        }
      }
      const split = Math.floor(rows / 3);
      const map = [featureCount, centre, directions, axisCount, mixing, 20, coordinates] as const;
      for (const [begin, end] of [
        [0, split],
        [split, rows],
      ] as const) {
        if (kernel === 'projectWeightedBytes') kernels[kernel](samples, weights, ...map, begin, end);
        else kernels[kernel](samples, ...map, begin, end);
      }
      return heap.i16.slice(coordinates / 2, coordinates / 2 + rows * 160);
    });
  }

  it('does the same compiled and as a twin, bit for bit, at every size', () => {
    const axisCounts = fc.integer({ min: 1, max: 152 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        axisCounts,
        seeds,
        (...sizes) => {
          const { compiled, twin } = projectOnBoth(...sizes);
          expect(compiled).toEqual(twin);
        },
      ),
      few,
    );
  });

  it.each([511, 512, 513, 1031])('does the same over %s features, in runs', (featureCount) => {
    const { compiled, twin } = projectOnBoth(19, featureCount, 15, featureCount);
    expect(compiled).toEqual(twin);
  });
});

it('splitNodes orders the same compiled and as a twin, level by level, and loses nobody', () => {
  fc.assert(
    fc.property(sampleCounts, seeds, (sampleCount, seed) => {
      const { compiled, twin } = onBoth((under, alloc) => {
        const { kernels, heap } = under;
        const [coordinates, order, keys] = [
          alloc(sampleCount * 320),
          alloc(sampleCount * 4),
          alloc(sampleCount * 4),
        ];
        writeCoordinates(under, coordinates, sampleCount, seed);
        for (let i = 0; i < sampleCount; i++) heap.i32[order / 4 + i] = i;
        for (let level = 0; level < 6; level++)
          kernels.splitNodes(coordinates, order, keys, sampleCount, level, 0, 2 ** level);
        return heap.i32.slice(order / 4, order / 4 + sampleCount);
      });
      expect(compiled).toEqual(twin);
      expect([...compiled].toSorted((a, b) => a - b)).toEqual(Array.from(compiled.keys()));
    }),
    few,
  );
});

it('splitNodes splits samples on a line in the middle', () => {
  const { compiled } = onBoth(({ kernels, heap }, alloc) => {
    const [coordinates, order, keys] = [alloc(40 * 320), alloc(160), alloc(160)];
    heap.i16.fill(0, coordinates / 2, coordinates / 2 + 40 * 160);
    for (let i = 0; i < 40; i++) heap.i16[coordinates / 2 + i * 160 + 5] = (i * 17) % 40;
    for (let i = 0; i < 40; i++) heap.i32[order / 4 + i] = i;
    kernels.splitNodes(coordinates, order, keys, 40, 0, 0, 1);
    return heap.i32.slice(order / 4, order / 4 + 40);
  });
  const values = [...compiled].map((i) => (i * 17) % 40);
  expect(Math.max(...values.slice(0, 16))).toBeLessThan(Math.min(...values.slice(16)));
});

it('gatherRows puts rows of any length in order, compiled and as a twin', () => {
  const orders = fc.uniqueArray(fc.nat(20), { maxLength: 20 });
  fc.assert(
    fc.property(orders, fc.integer({ min: 1, max: 50 }), (order, rowBytes) => {
      const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
        const [from, names, to] = [alloc(21 * rowBytes), alloc(80), alloc(order.length * rowBytes)];
        for (let i = 0; i < 21 * rowBytes; i++) heap.u8[from + i] = Math.floor(i / rowBytes);
        heap.i32.set(order, names / 4);
        kernels.gatherRows(from, names, rowBytes, to, 0, order.length);
        return heap.u8.slice(to, to + order.length * rowBytes);
      });
      expect(compiled).toEqual(twin);
      expect([...compiled]).toEqual(order.flatMap((row) => Array<number>(rowBytes).fill(row)));
    }),
  );
});

it('packPanels, packCentres and packBalls do the same compiled and as twins', () => {
  fc.assert(
    fc.property(sampleCounts, seeds, (sampleCount, seed) => {
      const { compiled, twin } = onBoth((under, alloc) => {
        const { kernels, heap } = under;
        const [panelCount, blockCount, ballCount] = [8, 64, 128].map((size) => Math.ceil(sampleCount / size));
        const coordinates = alloc(sampleCount * 320);
        const [panels, norms] = [alloc(panelCount! * 2560), alloc(panelCount! * 128)];
        const [centres, centreNorms] = [alloc(blockCount! * 256), alloc(blockCount! * 32)];
        const balls = alloc(ballCount! * 32);
        writeCoordinates(under, coordinates, sampleCount, seed);
        kernels.packPanels(coordinates, sampleCount, panels, norms, 0, panelCount!);
        kernels.packCentres(coordinates, sampleCount, centres, centreNorms, 0, blockCount!);
        kernels.packBalls(coordinates, sampleCount, 128, balls, 0, ballCount!);
        return heap.u8.slice(panels, balls + ballCount! * 32);
      });
      expect(compiled).toEqual(twin);
    }),
    few,
  );
});
