import { describe, expect, it } from 'vitest';
import { createInlinePool } from '../pool/inline-pool.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { randomBytes, randomFloats } from '../testing/random-samples.ts';
import { rowsOf } from '../testing/sorted-distances.ts';
import { sortMinkowskiDistances } from '../testing/sorted-minkowski-distances.ts';
import { createMinkowskiIndex } from './minkowski-index.ts';

const pool = await createInlinePool();
const weights = Float64Array.from({ length: 33 }, (_, i) => 1 / (1 + i));

describe('createMinkowskiIndex', () => {
  it.each([
    ['bytes', 3, randomBytes(9, 33, 1), randomBytes(200, 33, 2), undefined],
    ['weighted bytes', 1.5, randomBytes(9, 33, 3), randomBytes(200, 33, 4), weights],
    ['floats', 4, randomFloats(9, 33, 5), randomFloats(200, 33, 6), undefined],
  ] as const)(
    'finds what sorting all distances finds, for %s',
    async (_, exponent, queries, references, own) => {
      const index = await createMinkowskiIndex(references, { exponent, weights: own, pool });
      const found = rowsOf(await index.search(queries, { neighborCount: 8 }));
      await index.dispose();
      const wanted = sortMinkowskiDistances(queries, references, 8, exponent, own);
      expect(found.map(({ indices }) => indices)).toEqual(wanted.map(({ indices }) => indices));
      found.forEach(({ distances }, row) =>
        distances.forEach((distance, place) =>
          expect(distance).toBeCloseTo(wanted[row]!.distances[place]!, 4),
        ),
      );
      expect(pool.allocatedBytes).toBe(0);
    },
  );

  it('gives the same bytes on any number of threads', async () => {
    await expectSameOnEveryPool(async (shared) => {
      const index = await createMinkowskiIndex(randomFloats(60, 9, 1), { exponent: 2.5, pool: shared });
      const neighbors = await index.search(randomFloats(30, 9, 2), { neighborCount: 4 });
      await index.dispose();
      return neighbors;
    });
  });

  it('refuses exponents below 1', async () => {
    await expect(createMinkowskiIndex(randomBytes(3, 2, 1), { exponent: 0.5, pool })).rejects.toThrow(
      'exponent: expected a number >= 1, got 0.5',
    );
  });
});
