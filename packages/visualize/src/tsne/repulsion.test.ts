import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { afterAll, describe, expect, it } from 'vitest';
import { denseRepulsion, relativeError } from '../testing/dense-tsne.ts';
import { exactRepulsion } from './exact-repulsion.ts';
import { gridRepulsion } from './grid-repulsion.ts';
import { mapPoints } from './map-points.ts';
import type { Repulsion } from './repulsion.ts';

const pool = await createInlinePool();
afterAll(() => pool.dispose());

const repulsions = { exact: exactRepulsion, grid: gridRepulsion };

/**
 * On a grid, points as independent as rain are the worst case: what a grid cannot show is then as strong as what it can. Nodes 0.28
 * apart lose frequencies above pi / 0.28, where the spectrum of the force has fallen to exp(-11): 5e-4 to 7e-4 were
 * measured. Below a span of 5, nodes are nearer, and rounding is what remains.
 */
const maps = [
  { pointCount: 2001, span: 0.001, tolerance: 2e-5 },
  { pointCount: 2000, span: 1, tolerance: 2e-5 },
  { pointCount: 2000, span: 20, tolerance: 1e-3 },
  { pointCount: 2003, span: 100, tolerance: 1e-3 },
  { pointCount: 5000, span: 100, tolerance: 1e-3 },
];

describe.each(maps)(
  'repulsion of $pointCount points over a span of $span',
  ({ pointCount, span, tolerance }) => {
    const map = randomDisc(pointCount, span);
    const expected = denseRepulsion(map);

    it('is that of all pairs', async () => {
      const { forces, sum } = await repel(map, 'exact');
      expect(relativeError(forces, expected.forces)).toBeLessThan(1e-5);
      expect(Math.abs(sum / expected.sum - 1)).toBeLessThan(1e-6);
    });

    it('is nearly that on a grid', async () => {
      const { forces, sum } = await repel(map, 'grid');
      expect(relativeError(forces, expected.forces)).toBeLessThan(tolerance);
      expect(Math.abs(sum / expected.sum - 1)).toBeLessThan(1e-4);
    });
  },
);

describe('gridRepulsion', () => {
  it('follows a map that grows and shrinks', async () => {
    const region = pool.region();
    const forces = region.alloc(16_000);
    const map = await mapPoints(pool, region, randomDisc(2000, 1));
    const repulsion = gridRepulsion(pool, map, forces);
    for (const span of [1, 30, 33, 120, 2]) {
      const disc = randomDisc(2000, span);
      await pool.write(map.points, disc);
      await pool.submit([map.measure]);
      await pool.submit(await repulsion.commands());
      const found = await pool.read(Float32Array, forces, 4000);
      expect(relativeError(found, denseRepulsion(disc).forces)).toBeLessThan(1e-3);
    }
    repulsion.dispose();
    region.release();
  });

  it('stays finite where all points are one', async () => {
    const { forces } = await repel(new Float32Array(2 * 50).fill(3), 'grid');
    expect(forces.every(Number.isFinite)).toBe(true);
  });
});

async function repel(
  positions: Float32Array,
  method: keyof typeof repulsions,
): Promise<{ forces: Float32Array; sum: number }> {
  const region = pool.region();
  let repulsion: Repulsion | undefined;
  try {
    const map = await mapPoints(pool, region, positions);
    const forces = region.alloc(positions.byteLength);
    repulsion = repulsions[method](pool, map, forces);
    await pool.submit([map.measure]);
    await pool.submit(await repulsion.commands());
    const { sums, sumCount, selfSum } = repulsion.normalisation();
    const slots = await pool.read(Float64Array, sums, sumCount);
    return {
      forces: await pool.read(Float32Array, forces, positions.length),
      sum: slots.reduce((total, slot) => total + slot, -selfSum),
    };
  } finally {
    repulsion?.dispose();
    region.release();
  }
}

function randomDisc(pointCount: number, span: number): Float32Array {
  const rng = createRng(pointCount);
  const map = new Float32Array(2 * pointCount);
  for (let i = 0; i < map.length; i += 2) {
    const [radius, angle] = [(span / 2) * Math.sqrt(rng.nextFloat()), 2 * Math.PI * rng.nextFloat()];
    map.set([radius * Math.cos(angle), radius * Math.sin(angle)], i);
  }
  return map;
}
