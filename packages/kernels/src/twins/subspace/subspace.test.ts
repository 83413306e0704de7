import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Heap } from '../../compute/heap.ts';
import { onBoth } from '../../testing/on-both.ts';

const counts = fc.integer({ min: 0, max: 21 });

function fillNormal(heap: Heap, pointer: number, length: number, seed: number): void {
  const rng = createRng(seed);
  for (let i = 0; i < length; i++) heap.f64[pointer / 8 + i] = rng.nextNormal();
}

describe('multiplyPanels', () => {
  it('does the same compiled and as a twin, bit for bit, with columns packed either way', () => {
    fc.assert(
      fc.property(counts, counts, counts, fc.boolean(), (rows, inner, columns, isTransposed) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const [a, b] = [alloc(rows * inner * 8), alloc(inner * columns * 8)];
          const [left, right] = [alloc((rows + 3) * inner * 8), alloc((columns + 3) * inner * 8)];
          const product = alloc(rows * columns * 8);
          const panelCount = Math.ceil(columns / 4);
          fillNormal(heap, a, rows * inner, rows);
          fillNormal(heap, b, inner * columns, columns);
          kernels.packVectorRows(a, rows, inner, left, 0, Math.ceil(rows / 4));
          if (isTransposed) kernels.packVectorRows(b, columns, inner, right, 0, panelCount);
          else kernels.packVectorColumns(b, inner, columns, right, 0, panelCount);
          kernels.multiplyPanels(left, rows, inner, right, columns, product, 0, panelCount);
          return heap.f64.slice(product / 8, product / 8 + rows * columns);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('combineVectors', () => {
  it('does the same compiled and as a twin, bit for bit, on any range and in place', () => {
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 0, max: 3 }), (length, skipped, target) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const arrays = Array.from({ length: 4 }, () => alloc(length * 8));
          arrays.forEach((pointer, i) => fillNormal(heap, pointer, length, i));
          const [x = 0, y = 0, z = 0] = arrays;
          kernels.combineVectors(x, 1.5, y, -0.3, z, 0.7, arrays[target]!, Math.min(skipped, length), length);
          return heap.f64.slice(arrays[target]! / 8, arrays[target]! / 8 + length);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('residualLengths', () => {
  it('agrees with its twin to rounding', () => {
    fc.assert(
      fc.property(counts, counts, (rows, length) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const [images, vectors] = [alloc(rows * length * 8), alloc(rows * length * 8)];
          const [values, lengths] = [alloc(rows * 8), alloc(rows * 8)];
          fillNormal(heap, images, rows * length, 1);
          fillNormal(heap, vectors, rows * length, 2);
          fillNormal(heap, values, rows, 3);
          kernels.residualLengths(images, values, vectors, length, lengths, 0, rows);
          return heap.f64.slice(lengths / 8, lengths / 8 + rows);
        });
        compiled.forEach((value, i) => expect(value).toBeCloseTo(twin[i]!, 12));
      }),
    );
  });
});

/** `a · b'` for rows of equal length. */
function innerProducts(a: Float64Array, b: Float64Array, length: number): number[] {
  const rows = (x: Float64Array) =>
    Array.from({ length: x.length / length }, (_, i) => x.subarray(i * length, (i + 1) * length));
  return rows(a).flatMap((p) => rows(b).map((q) => p.reduce((sum, value, k) => sum + value * q[k]!, 0)));
}

function expectOrthonormal(rows: Float64Array, length: number): void {
  const count = rows.length / length;
  innerProducts(rows, rows, length).forEach((product, i) =>
    expect(product).toBeCloseTo(i % (count + 1) === 0 ? 1 : 0, 11),
  );
}

describe('orthonormalize', () => {
  it('keeps what the rows span, and agrees with its twin to rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(12), fc.nat(), (rows, more, seed) => {
        const length = rows + more;
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const pointer = alloc(rows * length * 8);
          fillNormal(heap, pointer, rows * length, seed);
          kernels.orthonormalize(pointer, rows, length, 0, 1);
          return heap.f64.slice(pointer / 8, pointer / 8 + rows * length);
        });
        expectOrthonormal(compiled, length);
        // Random rows this few are conditioned better than 1e5, which leaves 1e-11 of the 1e-16.
        compiled.forEach((value, i) => expect(value).toBeCloseTo(twin[i]!, 8));
      }),
    );
  });

  it('replaces rows that depend on those before, or are zero', () => {
    const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
      const pointer = alloc(4 * 5 * 8);
      heap.f64.set([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], pointer / 8);
      kernels.orthonormalize(pointer, 4, 5, 0, 1);
      return heap.f64.slice(pointer / 8, pointer / 8 + 20);
    });
    expectOrthonormal(compiled, 5);
    expectOrthonormal(twin, 5);
  });
});

describe('symmetricEigen', () => {
  function eigenOf(size: number, fill: (matrix: Float64Array) => void) {
    const matrix = new Float64Array(size * size);
    fill(matrix);
    const results = onBoth(({ kernels, heap }, alloc) => {
      const [copy, values] = [alloc(size * size * 8), alloc(size * 8)];
      const [vectors, work] = [alloc(size * size * 8), alloc(3 * size * 8)];
      heap.f64.set(matrix, copy / 8);
      kernels.symmetricEigen(copy, size, values, vectors, work, 0, 1);
      return {
        values: heap.f64.slice(values / 8, values / 8 + size),
        vectors: heap.f64.slice(vectors / 8, vectors / 8 + size * size),
      };
    });
    return { matrix, ...results };
  }

  function expectEigenpairs(matrix: Float64Array, values: Float64Array, vectors: Float64Array): void {
    const size = values.length;
    const scale = Math.max(1e-300, ...matrix.map(Math.abs));
    if (size > 0) expectOrthonormal(vectors, size);
    innerProducts(vectors, matrix, size).forEach((image, at) => {
      const expected = values[Math.floor(at / size)]! * vectors[at]!;
      expect((image - expected) / scale).toBeCloseTo(0, 11);
    });
    expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
  }

  it('satisfies the definition compiled and as a twin, with the same values', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (size, seed) => {
        const { matrix, compiled, twin } = eigenOf(size, (m) => {
          const rng = createRng(seed);
          for (let i = 0; i < size; i++)
            for (let j = 0; j <= i; j++) m[i * size + j] = m[j * size + i] = rng.nextNormal();
        });
        expectEigenpairs(matrix, compiled.values, compiled.vectors);
        expectEigenpairs(matrix, twin.values, twin.vectors);
        compiled.values.forEach((value, i) => expect(value).toBeCloseTo(twin.values[i]!, 11));
      }),
    );
  });

  it.each([
    ['zeros', () => 0],
    ['the identity', (i: number, j: number) => (i === j ? 1 : 0)],
    ['ones', () => 1],
    ['a steep grade', (i: number, j: number) => 10 ** -(i + j)],
    ['tiny values', (i: number, j: number) => 1e-90 * (1 + Math.min(i, j))],
  ])('copes with %s', (_, element) => {
    const { matrix, compiled } = eigenOf(9, (m) => {
      for (let at = 0; at < 81; at++) m[at] = element(Math.floor(at / 9), at % 9);
    });
    expectEigenpairs(matrix, compiled.values, compiled.vectors);
  });
});
