import { assert, asyncProperty, boolean, constantFrom, integer } from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import { sizeOf, someValues } from '../../testing/values.ts';

function tensor(shape: readonly number[], seed: number, least = -1) {
  return { shape, values: someValues(sizeOf(shape), seed).map((value) => value + 1 + least) };
}

it('normalises by given moments as the cpu backend does', async () => {
  await assert(
    asyncProperty(
      integer({ min: 0, max: 9 }),
      integer({ min: 1, max: 9 }),
      boolean(),
      boolean(),
      constantFrom(undefined, 0.01),
      async (rows, channels, hasScale, hasOffset, varianceEpsilon) => {
        const inputs = {
          x: tensor([rows, 2, 1, channels], 1),
          mean: tensor([channels], 2),
          variance: tensor([channels], 3, 0),
          ...(hasScale ? { scale: tensor([channels], 4) } : {}),
          ...(hasOffset ? { offset: tensor([channels], 5) } : {}),
        };
        await expectAsOnCpu(
          'FusedBatchNorm',
          inputs,
          varianceEpsilon === undefined ? {} : { varianceEpsilon },
          { relative: 1e-6, absolute: 1e-5 },
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('normalises by moments of every element', async () => {
  const shape = [2, 3, 1, 5];
  const inputs = { x: tensor(shape, 1), mean: tensor(shape, 2), variance: tensor(shape, 3, 0) };
  await expectAsOnCpu('FusedBatchNorm', inputs, { varianceEpsilon: 0.1 }, {});
});

it('reads moments of whole numbers as such', async () => {
  const inputs = {
    x: tensor([3, 2, 1, 2], 1),
    mean: { shape: [2], values: [1, 2], dtype: 'int32' },
    variance: { shape: [2], values: [3, 4], dtype: 'int32' },
  } as const;
  await expectAsOnCpu('FusedBatchNorm', inputs, { varianceEpsilon: 0.1 }, {});
});
