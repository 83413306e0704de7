import { assert, asyncProperty, integer } from 'fast-check';
import { it } from 'vitest';
import { expectAsOnCpu } from '../../testing/compare.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { softmax } from './softmax.ts';

it('agrees with the cpu backend on rows of any length', async () => {
  await assert(
    asyncProperty(integer({ min: 0, max: 20 }), integer({ min: 1, max: 40 }), async (rows, classes) => {
      const values = someValues(rows * classes, rows + classes).map((value) => value * 30);
      const logits = { shape: [rows, classes], values };
      await expectAsOnCpu('Softmax', { logits }, { dim: -1 }, { relative: 1e-6, absolute: 1e-30 });
    }),
    { numRuns: 60 },
  );
});

it('makes NaN of a row with NaN, and of no other', async () => {
  const logits = { shape: [3, 5], values: someValues(15, 1) };
  logits.values[7] = NaN;
  await expectAsOnCpu('Softmax', { logits }, { dim: 1 }, { relative: 1e-6 });
});

it('computes the same on one thread and on three', async () => {
  const logits = { shape: [3000, 7], values: someValues(21_000, 1) };
  await expectSameOnThreads({ kernel: softmax, inputs: { logits }, attrs: { dim: -1 } });
});
