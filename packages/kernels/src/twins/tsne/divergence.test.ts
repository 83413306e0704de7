import { describe, expect, it } from 'vitest';
import { bothKernels } from '../../testing/both-kernels.ts';
import { layOut } from '../../testing/lay-out.ts';

const { compiled, twin } = await bothKernels();

describe.each([
  { kind: 'compiled', under: compiled },
  { kind: 'twin', under: twin },
])('tsneDivergence, $kind', ({ under: { kernels, heap } }) => {
  it('is the sum of p log(p / q) over all pairs', () => {
    const [points, rowStarts, columns, weights, terms, sums, result] = layOut(
      24,
      16,
      48,
      48,
      32,
      8,
      8,
    ) as number[] & {
      length: 7;
    };
    heap.f32.set([0, 0, 1, 0, 0, 2], points! / 4);
    heap.i32.set([0, 4, 8, 12], rowStarts! / 4);
    heap.i32.set([1, 2, 0, 0, 0, 2, 1, 1, 0, 1, 2, 2], columns! / 4);
    heap.f32.set([0.25, 0.125, 0, 0, 0.25, 0.125, 0, 0, 0.125, 0.125, 0, 0], weights! / 4);
    // Squared distances 1, 4 and 5, so closenesses 1/2, 1/5 and 1/6, each pair twice.
    const closenesses = [1 / 2, 1 / 5, 1 / 6];
    const sum = 2 * closenesses.reduce((total, closeness) => total + closeness, 0);
    heap.f64[sums! / 8] = sum + 3;
    kernels.tsneDivergenceTerms(points!, rowStarts!, columns!, weights!, terms!, 2, 0, 2);
    kernels.tsneDivergenceTerms(points!, rowStarts!, columns!, weights!, terms!, 2, 2, 3);
    kernels.tsneDivergence(terms!, 2, sums!, 1, 3, result!, 0, 1);
    const pairs = [0.25, 0.125, 0.125];
    const expected = pairs.reduce((total, p, i) => total + 2 * p * Math.log((p * sum) / closenesses[i]!), 0);
    expect(heap.f64[result! / 8]).toBeCloseTo(expected, 12);
  });
});
