import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKernels } from '../../testing/both-kernels.ts';
import { layOut } from '../../testing/lay-out.ts';

const { compiled, twin } = await bothKernels();
const [targets, columns, weights, points] = layOut(64, 64, 64, 64) as [number, number, number, number];

describe('tsneMeans', () => {
  it('does the same compiled and as a twin, bit for bit', () => {
    const numbers = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(numbers, numbers, (places, shares) => {
        const [first, second] = [compiled, twin].map(({ kernels, heap }) => {
          heap.f32.set(places, targets / 4);
          heap.f32.set(shares, weights / 4);
          heap.i32.set([0, 3, 1, 2, 2, 2, 0, 1], columns / 4);
          kernels.tsneMeans(targets, 4, columns, weights, points, 0, 2);
          return heap.f32.slice(points / 4, points / 4 + 4);
        });
        expect(first).toEqual(second);
      }),
    );
  });
});

describe.each([
  { kind: 'compiled', under: compiled },
  { kind: 'twin', under: twin },
])('placing new points, $kind', ({ under: { kernels, heap } }) => {
  it('starts at weighted means', () => {
    heap.f32.set([0, 0, 8, 4], targets / 4);
    heap.i32.set([1, 0, 0, 0], columns / 4);
    heap.f32.set([0.75, 0.25, 0, 0], weights / 4);
    kernels.tsneMeans(targets, 4, columns, weights, points, 0, 1);
    expect(heap.f32.slice(points / 4, points / 4 + 2)).toEqual(Float32Array.of(6, 3));
  });

  it('divides the repulsion of each point by its own potential, never by zero', () => {
    heap.f32.set([6, 3, 0, 0], points / 4);
    heap.f32.set([9, 2, 9, 0], targets / 4);
    kernels.tsneNormalise(points, targets, 0, 2);
    expect(heap.f32.slice(points / 4, points / 4 + 4)).toEqual(Float32Array.of(3, 1.5, 0, 0));
  });
});
