import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';

const counts = fc.integer({ min: 0, max: 40 });

/** The words of a tree whose node `i` asks with the children `i + 1` and `i + 2`, so that every second one is a leaf. */
function comb(askCount: number, featureCount: number, firstLeaf: number, seed: number): ArrayBuffer {
  const rng = createRng(seed);
  const nodeCount = 2 * askCount + 1;
  const words = new Int32Array(3 * nodeCount);
  const limits = new Float32Array(words.buffer);
  for (let node = 0; node < nodeCount; node++) {
    const isAsking = node % 2 === 0 && node < nodeCount - 1;
    words[3 * node] = isAsking ? rng.nextInt(featureCount) : -1;
    if (isAsking) limits[3 * node + 1] = rng.nextInt(257) - 1;
    words[3 * node + 2] = isAsking ? node + 2 : firstLeaf + Math.ceil(node / 2);
  }
  return words.buffer;
}

describe.each(['addVotesOfBytes', 'addVotesOfFloats'] as const)('%s', (name) => {
  it('does the same compiled and as a twin, bit for bit', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        fc.nat(),
        (samples, features, trees, skips, seed) => {
          const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
            const rng = createRng(seed);
            const classCount = 1 + rng.nextInt(5);
            const asks = Array.from({ length: trees }, () => rng.nextInt(9));
            const [x, votes] = [alloc(4 * samples * features), alloc(8 * samples * classCount)];
            for (let i = 0; i < samples * features; i++) {
              if (name === 'addVotesOfBytes') heap.u8[x + i] = rng.nextInt(256);
              else heap.f32[x / 4 + i] = rng.nextInt(256);
            }
            heap.f64.fill(0.25, votes / 8, votes / 8 + samples * classCount);
            const [nodes, shares] = [alloc(12 * 20 * trees), alloc(8 * 10 * trees * classCount)];
            const [starts, skipped] = [alloc(4 * trees), alloc(4 * trees * samples)];
            for (let i = 0; i < 10 * trees * classCount; i++) heap.f64[shares / 8 + i] = rng.nextFloat();
            for (let i = 0; i < trees * samples; i++) heap.i32[skipped / 4 + i] = rng.nextInt(2);
            asks.forEach((askCount, tree) => {
              heap.i32[starts / 4 + tree] = 20 * tree;
              heap.u8.set(
                new Uint8Array(comb(askCount, features, 10 * tree, seed + tree)),
                nodes + 240 * tree,
              );
            });
            const forest = [nodes, starts, trees, shares, classCount, skips ? skipped : 0, votes] as const;
            const middle = samples >> 1;
            kernels[name](x, samples, features, ...forest, middle, samples);
            kernels[name](x, samples, features, ...forest, 0, middle);
            return heap.f64.slice(votes / 8, votes / 8 + samples * classCount);
          });
          expect(compiled).toEqual(twin);
        },
      ),
    );
  });
});
