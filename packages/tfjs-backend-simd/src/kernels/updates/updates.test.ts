import { engine, memory, setBackend, tensor1d, tidy, variable } from '@tensorflow/tfjs-core';
import { assert, asyncProperty, boolean, integer } from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createSimdBackend } from '../../backend/create-simd-backend.ts';
import { expectNear } from '../../testing/compare.ts';
import { arraysOf, expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { adamUpdate } from './adam-update.ts';
import { averageUpdate } from './average-update.ts';
import { momentumUpdate } from './momentum-update.ts';

const backend = await createSimdBackend({ threads: 1 });
afterAll(() => backend.dispose());

/** Of float32 sums of a few terms about 1. */
const TOLERANCE = { relative: 1e-6, absolute: 2e-7 };
const sizes = integer({ min: 1, max: 70 });

function array(size: number, seed: number, map = (value: number) => value) {
  return { shape: [size], values: someValues(size, seed).map(map) };
}

it('takes a step of Adam in place, with weights that decay in both ways', async () => {
  const attrs = {
    rate: 0.01,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-6,
    correction1: 1 - 0.9 ** 3,
    correction2: 1 - 0.99 ** 3,
    decay: 0.1,
    l2: 0.02,
  };
  await assert(
    asyncProperty(sizes, async (size) => {
      const inputs = {
        parameter: array(size, 1),
        gradient: array(size, 2),
        first: array(size, 3),
        second: array(size, 4, Math.abs),
      };
      const [parameter, , first, second] = arraysOf(backend, { kernel: adamUpdate, inputs, attrs });
      const expected = Array.from(inputs.parameter.values, (p, i) => {
        const g = inputs.gradient.values[i]! + attrs.l2 * p;
        const m = attrs.beta1 * inputs.first.values[i]! + (1 - attrs.beta1) * g;
        const v = attrs.beta2 * inputs.second.values[i]! + (1 - attrs.beta2) * g * g;
        const spread = Math.sqrt(v / attrs.correction2) + attrs.epsilon;
        return {
          m,
          v,
          p: p - attrs.rate * attrs.decay * p - (attrs.rate * (m / attrs.correction1)) / spread,
        };
      });
      expectNear(
        first!,
        expected.map(({ m }) => m),
        TOLERANCE,
      );
      expectNear(
        second!,
        expected.map(({ v }) => v),
        TOLERANCE,
      );
      expectNear(
        parameter!,
        expected.map(({ p }) => p),
        TOLERANCE,
      );
    }),
    { numRuns: 12 },
  );
});

it("takes a step of PyTorch's gradient descent with momentum in place", async () => {
  await assert(
    asyncProperty(sizes, boolean(), async (size, nesterov) => {
      const attrs = { rate: 0.1, momentum: 0.8, nesterov, decay: 0.05, l2: 0.01 };
      const inputs = { parameter: array(size, 1), gradient: array(size, 2), velocity: array(size, 3) };
      const [parameter, , velocity] = arraysOf(backend, { kernel: momentumUpdate, inputs, attrs });
      const expected = Array.from(inputs.parameter.values, (p, i) => {
        const g = inputs.gradient.values[i]! + attrs.l2 * p;
        const v = attrs.momentum * inputs.velocity.values[i]! + g;
        const step = nesterov ? g + attrs.momentum * v : v;
        return { v, p: p - attrs.rate * attrs.decay * p - attrs.rate * step };
      });
      expectNear(
        velocity!,
        expected.map(({ v }) => v),
        TOLERANCE,
      );
      expectNear(
        parameter!,
        expected.map(({ p }) => p),
        TOLERANCE,
      );
    }),
    { numRuns: 12 },
  );
});

it('moves an average towards a parameter in place', async () => {
  const inputs = { average: array(37, 1), parameter: array(37, 2) };
  const [average] = arraysOf(backend, { kernel: averageUpdate, inputs, attrs: { decay: 0.99 } });
  const expected = Array.from(
    inputs.average.values,
    (a, i) => 0.99 * a + (1 - 0.99) * inputs.parameter.values[i]!,
  );
  expectNear(average!, expected, TOLERANCE);
});

it('changes variables of tfjs where they are', async () => {
  await setBackend('simd');
  const parameter = variable(tensor1d([1, 2, 3]));
  const velocity = variable(tensor1d([0, 0, 0]));
  const before = memory().numTensors;
  tidy(() => {
    const inputs = { parameter, gradient: tensor1d([1, 1, 2]), velocity };
    engine().runKernel('MomentumUpdate', inputs, {
      rate: 0.5,
      momentum: 0.5,
      nesterov: false,
      decay: 0,
      l2: 0,
    });
  });
  expect(memory().numTensors).toBe(before);
  expect(Array.from(parameter.dataSync())).toEqual([0.5, 1.5, 2]);
  expect(Array.from(velocity.dataSync())).toEqual([1, 1, 2]);
});

it('updates to the same on one thread and on three', async () => {
  const [parameter, gradient, other] = [array(70_001, 1), array(70_001, 2), array(70_001, 3, Math.abs)];
  const attrs = {
    rate: 0.1,
    momentum: 0.9,
    nesterov: true,
    decay: 0.1,
    l2: 0.1,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-7,
    correction1: 0.5,
    correction2: 0.4,
  };
  await expectSameOnThreads(
    { kernel: adamUpdate, inputs: { parameter, gradient, first: gradient, second: other }, attrs },
    { kernel: momentumUpdate, inputs: { parameter, gradient, velocity: other }, attrs },
    { kernel: averageUpdate, inputs: { average: other, parameter }, attrs },
  );
});
