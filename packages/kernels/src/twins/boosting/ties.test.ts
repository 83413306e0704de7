import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../../testing/on-both.ts';
import { placer } from '../../testing/placer.ts';

const [FEATURES, GROUPS, ROWS, NODES] = [40, 3, 4, 2000];
const RANK_SLOT_BYTES = 64 * 16 + 64 / 8;

/** How often each of some features that are all the same is split, of nodes with a seed each. */
function countSplits(layout: 'bins' | 'ranks', seeds: Uint32Array): number[] {
  const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
    const place = placer(heap, alloc);
    const gradients = place('f64', ROWS, (row) => (row < 2 ? 1 : -1));
    const entries = alloc(16 * ROWS);
    kernels.packEntries(gradients, 0, 0, ROWS, 1, 1, entries, 0, ROWS);
    const rows = place('i32', ROWS, (row) => row);
    const nodes = alloc(80 * NODES);
    for (const [node, seed] of seeds.entries()) {
      heap.i32.set([rows, ROWS, entries, 0], nodes / 4 + 20 * node);
      heap.i32.set([0, -1, seed], nodes / 4 + 20 * node + 16);
    }
    kernels.sumNodes(nodes, gradients, gradients, 0, ROWS, 0, NODES);
    const masks = place('u8', 2 * GROUPS * NODES, (i) => (8 * (i % (2 * GROUPS)) < FEATURES ? 255 : 0));
    const bounds = [masks, GROUPS, 1, 0, 0] as const;
    const [splits, items] = [alloc(32 * GROUPS * NODES), GROUPS * NODES];
    if (layout === 'bins') {
      const bins = place('u8', GROUPS * ROWS * 16, (i) => Math.floor(i / 16) % ROWS);
      const binCounts = place('i32', 16 * GROUPS, () => ROWS);
      kernels.findByteSplits(nodes, NODES, bins, ROWS, binCounts, ...bounds, splits, 0, items);
    } else {
      const ranks = place('f32', FEATURES * ROWS, (i) => i % ROWS);
      const slots = place('u8', GROUPS * RANK_SLOT_BYTES, () => 0);
      const kept = [slots, RANK_SLOT_BYTES, 64] as const;
      kernels.findRankSplits(nodes, NODES, ranks, ROWS, FEATURES, ...bounds, ...kept, splits, 0, items);
    }
    return heap.i32.slice(splits / 4, splits / 4 + 8 * items);
  });
  expect(compiled).toEqual(twin);

  const found = new Uint32Array(compiled.buffer);
  const timesSplit = Array.from({ length: FEATURES }, () => 0);
  for (let node = 0; node < NODES; node++) {
    const ofGroups = Array.from({ length: GROUPS }, (_, group) =>
      found.subarray(8 * (group * NODES + node), 8 * (group * NODES + node + 1)),
    );
    const best = ofGroups.reduce((one, other) => (other[7]! > one[7]! ? other : one));
    timesSplit[best[2]!]!++;
  }
  return timesSplit;
}

describe.each(['bins', 'ranks'] as const)('features of %s that split equally well', (layout) => {
  it('are taken equally often, where nodes have seeds', () => {
    const rng = createRng(1);
    const counted = countSplits(
      layout,
      Uint32Array.from({ length: NODES }, () => rng.nextUint32()),
    );
    const expected = NODES / FEATURES;
    // Chi-squared with 39 degrees of freedom exceeds 72 once in a thousand.
    expect(counted.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(72);
  });

  it('leave it to the first, where nodes have none', () => {
    expect(countSplits(layout, new Uint32Array(NODES))[0]).toBe(NODES);
  });
});
