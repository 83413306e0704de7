import { clone, memory, type Tensor, tensor1d, tidy, type Variable, variable } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useSimd } from '../testing/use-simd.ts';
import { adam } from './adam.ts';
import { sgd } from './sgd.ts';
import { adapt, descend, follow } from './update-parameter.ts';
import { filledVariable } from './variables.ts';

useSimd();

const NO_DECAY = { decay: 0, l2: 0 };
const updates: [string, (changed: Variable, slope: Tensor) => void][] = [
  [
    'gradient descent',
    (changed, slope) => descend(changed, slope, filledVariable(slope), 1, sgd(), NO_DECAY),
  ],
  [
    'Adam',
    (changed, slope) => {
      const moments = [filledVariable(slope), filledVariable(slope)] as const;
      adapt(changed, slope, moments, { rate: 1, stepsDone: 0 }, adam(), NO_DECAY);
    },
  ],
  ['averaging', (changed, slope) => follow(changed, slope as Variable, 0.5)],
];

it.each(updates)('%s changes a parameter in place, and nothing that shares its values', (_, update) => {
  const first = tensor1d([1, 2, 3]);
  const parameter = variable(first);
  const twin = variable(tensor1d([0, 0, 0]));
  twin.assign(parameter);
  const copy = clone(parameter);
  const slope = variable(tensor1d([4, 5, 6]));
  update(parameter, slope);
  for (const other of [first, twin, copy]) expect(Array.from(other.dataSync())).toEqual([1, 2, 3]);
  const changed = Array.from(parameter.dataSync());
  expect(changed).not.toEqual([1, 2, 3]);
  const { dataId } = parameter;
  update(parameter, slope);
  expect(Array.from(parameter.dataSync())).not.toEqual(changed);
  expect(parameter.dataId).toBe(dataId);
});

it('gives a parameter memory of its own without leaving any behind', () => {
  const parameter = variable(tensor1d([1]));
  const average = variable(tensor1d([2]));
  const before = memory().numTensors;
  tidy(() => {
    clone(average);
    follow(average, parameter, 0.5);
  });
  expect(memory().numTensors).toBe(before);
});
