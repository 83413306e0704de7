import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

const sizes = fc.integer({ min: 1, max: 45 });
const seeds = fc.nat();

type Alloc = (byteLength: number) => number;

/** Distances of random points of the plane, and what hangs on them. */
function place({ heap }: KernelsUnderTest, alloc: Alloc, size: number, rows: number, seed: number) {
  const rng = createRng(seed);
  const points = Array.from({ length: rows + size }, () => [rng.nextNormal(), rng.nextNormal()] as const);
  const distances = alloc(rows * size * 8);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < size; column++) {
      const [a, b] = [points[row]!, points[rows === size ? column : rows + column]!];
      heap.f64[distances / 8 + row * size + column] = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
    }
  const vector = (length: number, draw: () => number) => {
    const pointer = alloc(length * 8);
    heap.f64.set(
      Float64Array.from({ length }, () => draw()),
      pointer / 8,
    );
    return pointer;
  };
  return {
    distances,
    covariances: alloc(rows * size * 8),
    roots: vector(size, () => 0.1 + rng.nextFloat() / 2),
    first: vector(size, () => rng.nextNormal()),
    second: vector(size, () => rng.nextNormal()),
    matrix: alloc(size * size * 8),
    pivots: alloc(size * 8),
  };
}

const BLOCK = 7;

/** The factor of the identity plus weighed covariances, block after block. */
function factorise(under: KernelsUnderTest, alloc: Alloc, size: number, seed: number) {
  const { kernels } = under;
  const placed = place(under, alloc, size, size, seed);
  const { distances, covariances, roots, matrix, pivots } = placed;
  kernels.gpCovariances(distances, 2, 0.7, covariances, 0, size * size);
  kernels.gpWeigh(covariances, size, roots, matrix, 0, size);
  for (let start = 0; start < size; start += BLOCK) {
    const width = Math.min(BLOCK, size - start);
    const below = size - start - width;
    const cut = Math.floor((size - start) / 2);
    kernels.gpReduceBlock(matrix, size, start, width, 0, cut);
    kernels.gpReduceBlock(matrix, size, start, width, cut, size - start);
    kernels.gpFactorBlock(matrix, size, start, width, pivots, start, 0, width);
    kernels.gpFactorBlock(matrix, size, start, width, pivots, start + width, 0, Math.floor(below / 2));
    kernels.gpFactorBlock(matrix, size, start, width, pivots, start + width, Math.floor(below / 2), below);
  }
  return placed;
}

function lower(values: Float64Array, size: number): number[] {
  return [...values].filter((_, i) => i % size <= Math.floor(i / size));
}

const read = ({ heap }: KernelsUnderTest, pointer: number, length: number) =>
  heap.f64.slice(pointer / 8, pointer / 8 + length);

describe('gpCovariances', () => {
  const CONSTANT = 3;

  it('does the same compiled and as a twin, in place too, and comes to nothing far away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), seeds, (length, seed) => {
        const rng = createRng(seed);
        const distances = Float64Array.from({ length }, () => rng.nextFloat() * 10 ** rng.nextInt(5));
        const { compiled, twin } = onBoth((under, alloc) => {
          const values = alloc(length * 8);
          under.heap.f64.set(distances, values / 8);
          const cut = Math.floor(length / 2);
          under.kernels.gpCovariances(values, CONSTANT, 1.5, values, 0, cut);
          under.kernels.gpCovariances(values, CONSTANT, 1.5, values, cut, length);
          return read(under, values, length);
        });
        expectClose([...compiled, CONSTANT], [...twin, CONSTANT], 1e-15);
      }),
    );
    const { compiled } = onBoth((under, alloc) => {
      const values = alloc(24);
      under.heap.f64.set([0, 1e9, 4], values / 8);
      under.kernels.gpCovariances(values, CONSTANT, 1, values, 0, 3);
      return read(under, values, 3);
    });
    expectClose(compiled, [CONSTANT, 0, CONSTANT * Math.exp(-2)], 1e-15);
  });
});

describe('gpWeigh, gpReduceBlock and gpFactorBlock', () => {
  it('factorise a matrix, compiled and as twins', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const { matrix, pivots, covariances, roots } = factorise(under, alloc, size, seed);
          return {
            factor: read(under, matrix, size * size),
            pivots: read(under, pivots, size),
            covariances: read(under, covariances, size * size),
            roots: read(under, roots, size),
          };
        });
        expectClose(lower(compiled.factor, size), lower(twin.factor, size), 1e-12);
        expectClose(compiled.pivots, twin.pivots, 1e-12);
        const { factor, covariances, roots } = compiled;
        const product = factor.map((_, at) => {
          const [row, column] = [Math.floor(at / size), at % size];
          let sum = 0;
          for (let k = 0; k <= Math.min(row, column); k++)
            sum += factor[row * size + k]! * factor[column * size + k]!;
          return sum;
        });
        const wanted = covariances.map((value, at) => {
          const [row, column] = [Math.floor(at / size), at % size];
          return roots[row]! * value * roots[column]! + (row === column ? 1 : 0);
        });
        expectClose(product, wanted, 1e-12);
      }),
      { numRuns: 40 },
    );
  });
});

describe('gpMultiply and gpSolve', () => {
  it('do the same compiled and as twins, and one undoes the factor', () => {
    fc.assert(
      fc.property(sizes, seeds, (size, seed) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const { covariances, matrix, first } = factorise(under, alloc, size, seed);
          const product = alloc(size * 8);
          under.kernels.gpMultiply(covariances, size, first, product, 0, Math.floor(size / 3));
          under.kernels.gpMultiply(covariances, size, first, product, Math.floor(size / 3), size);
          const products = read(under, product, size);
          under.kernels.gpSolve(matrix, size, product, 0, 0);
          expect(read(under, product, size)).toEqual(products);
          under.kernels.gpSolve(matrix, size, product, 0, 1);
          return { products, solution: read(under, product, size) };
        });
        expectClose(compiled.products, twin.products, 1e-12);
        expectClose(compiled.solution, twin.solution, 1e-11);
      }),
      { numRuns: 40 },
    );
  });
});

describe('gpVariances and gpDerivatives', () => {
  it('do the same compiled and as twins, over any cut of the items', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 11 }), seeds, (size, rows, seed) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const { kernels } = under;
          const placed = factorise(under, alloc, size, seed);
          const { matrix, roots, covariances, distances, first, second } = placed;
          const other = place(under, alloc, size, rows, seed + 1);
          kernels.gpCovariances(other.distances, 2, 0.7, other.covariances, 0, rows * size);
          const [variances, sums] = [alloc(rows * 8), alloc(size * 32)];
          for (const [begin, end] of [[0, rows >> 1] as const, [rows >> 1, rows] as const])
            kernels.gpVariances(matrix, size, roots, other.covariances, 2, variances, begin, end);
          for (const [begin, end] of [[0, size >> 1] as const, [size >> 1, size] as const])
            kernels.gpDerivatives(
              ...([
                matrix,
                size,
                roots,
                covariances,
                distances,
                0.7,
                first,
                second,
                sums,
                begin,
                end,
              ] as const),
            );
          return { variances: read(under, variances, rows), sums: read(under, sums, size * 4) };
        });
        expectClose(compiled.variances, twin.variances, 1e-12);
        expectClose(compiled.sums, twin.sums, 1e-11);
      }),
      { numRuns: 40 },
    );
  });
});
