import { assert, asyncProperty, integer } from 'fast-check';
import { expect, it } from 'vitest';
import { expectNear } from '../../testing/compare.ts';
import { runKernel } from '../../testing/on-both-backends.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts';

function problem(rows: number, classes: number, seed: number) {
  const shape = [rows, classes];
  return {
    logits: { shape, values: someValues(rows * classes, seed).map((value) => value * 20) },
    targets: { shape, values: someValues(rows * classes, seed + 1).map(Math.abs) },
  };
}

/** Loss and gradient by their definitions, in float64; targets need not sum to 1. */
function ofRow(logits: readonly number[], targets: readonly number[]) {
  const highest = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
  const logs = logits.map((logit) => logit - highest - Math.log(total));
  const weight = targets.reduce((sum, target) => sum + target, 0);
  return {
    loss: -targets.reduce((sum, target, c) => sum + target * logs[c]!, 0),
    gradient: logs.map((log, c) => Math.exp(log) * weight - targets[c]!),
  };
}

it('has the losses and gradients of the definition in float64', async () => {
  await assert(
    asyncProperty(integer({ min: 1, max: 40 }), integer({ min: 1, max: 23 }), async (rows, classes) => {
      const { logits, targets } = problem(rows, classes, rows * 31 + classes);
      const [losses, gradient] = await runKernel('simd', 'SoftmaxCrossEntropy', { logits, targets });
      const expected = Array.from({ length: rows }, (_, row) => {
        const of = ({ values }: { values: Float32Array }) =>
          Array.from(values.subarray(row * classes, (row + 1) * classes));
        return ofRow(of(logits), of(targets));
      });
      expectNear(
        losses!.values,
        expected.map(({ loss }) => loss),
        { relative: 2e-6, absolute: 1e-5 },
      );
      expectNear(
        gradient!.values,
        expected.flatMap((row) => row.gradient),
        { relative: 1e-5, absolute: 2e-6 * classes },
      );
    }),
    { numRuns: 60 },
  );
});

it('takes logits that are far apart', async () => {
  const shape = [1, 3];
  const [losses, gradient] = await runKernel('simd', 'SoftmaxCrossEntropy', {
    logits: { shape, values: [1000, -1000, 0] },
    targets: { shape, values: [0, 1, 0] },
  });
  expect(Array.from(losses!.values)).toEqual([2000]);
  expect(Array.from(gradient!.values)).toEqual([1, -1, 0]);
});

it('computes the same on one thread and on three', async () => {
  await expectSameOnThreads({ kernel: softmaxCrossEntropy, inputs: problem(2000, 10, 5) });
});
