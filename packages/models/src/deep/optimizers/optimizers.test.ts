import { memory, tensor } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import golden from '../../../test/golden/training.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import type { NetworkParameter } from '../network/network.ts';
import { goldenParameters, gradientsOf } from '../testing/golden-parameters.ts';
import { spread } from '../testing/spread.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { createAverages } from './averages.ts';
import { clipGradients } from './clip-gradients.ts';
import { parseOptimizer } from './optimizer.ts';
import { createUpdates } from './parameter-updates.ts';
import { sgd } from './sgd.ts';

useCpu();
const made = goldenParameters();
afterEach(() => made.freeAll());
const parameters = () => made.make();

describe.each(golden.optimizers.map((each) => ({ name: JSON.stringify(each.optimizer), ...each })))(
  '$name',
  ({ optimizer, parameters: expected }) => {
    it("takes PyTorch's steps", () => {
      const stepped = parameters();
      const updates = createUpdates(parseOptimizer(optimizer), stepped);
      for (let stepsDone = 0; stepsDone < golden.steps; stepsDone += 1)
        updates.apply(gradientsOf(stepped, 10 + stepsDone * 7), { rate: 0.1 / (1 + stepsDone), stepsDone });
      expectClose(stepped[0]!.variable.dataSync(), expected.kernel, 1e-6);
      expectClose(stepped[1]!.variable.dataSync(), expected.bias, 1e-6);
    });

    it('leaves nothing behind', () => {
      const stepped = parameters();
      const before = memory().numTensors;
      const updates = createUpdates(parseOptimizer(optimizer), stepped);
      const gradients = gradientsOf(stepped, 1);
      const ready = memory().numTensors;
      updates.apply(gradients, { rate: 0.1, stepsDone: 0 });
      expect(memory().numTensors).toBe(ready);
      updates.dispose();
      for (const gradient of Object.values(gradients)) gradient.dispose();
      expect(memory().numTensors).toBe(before);
    });
  },
);

it('leaves parameters alone that have no gradient, and statistics', () => {
  const [kernel, bias] = parameters() as [NetworkParameter, NetworkParameter];
  const statistics = { ...bias, spec: { ...bias.spec, isTrainable: false } };
  const updates = createUpdates(sgd({ l2: 1 }), [kernel, statistics]);
  updates.apply({ [bias.variable.name]: tensor(spread(3, 0)) }, { rate: 1, stepsDone: 0 });
  expect(kernel.variable.dataSync()).toEqual(spread(6, 0));
  expect(bias.variable.dataSync()).toEqual(spread(3, 1));
  expect([...updates.memory.keys()]).toEqual(['kernel/velocity']);
});

it('refuses to look ahead without momentum', () => {
  expect(() => sgd({ nesterov: true })).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
});

describe.each(golden.clipping)('a limit of $maxNorm for the global norm', ({ maxNorm, gradients }) => {
  it('scales gradients as PyTorch does, and leaves nothing else behind', () => {
    const given = gradientsOf(parameters(), 0);
    const before = memory().numTensors;
    const clipped = Object.values(clipGradients(given, maxNorm));
    expect(memory().numTensors).toBe(before + clipped.length);
    clipped.forEach((gradient, i) => expectClose(gradient.dataSync(), gradients[i]!, 1e-6));
  });
});

describe('averages', () => {
  it('begin as the parameters and move by shares that grow to the decay', () => {
    const [kernel] = parameters() as [NetworkParameter];
    const averages = createAverages([kernel], 0.3);
    let expected = Array.from(spread(6, 0));
    for (let stepsDone = 1; stepsDone <= 8; stepsDone += 1) {
      const values = spread(6, stepsDone);
      kernel.variable.assign(tensor(values));
      averages.update(stepsDone);
      const share = Math.min(0.3, (1 + stepsDone) / (10 + stepsDone));
      expected = expected.map((value, i) => value * share + values[i]! * (1 - share));
    }
    expectClose(averages.variables.get('kernel')!.dataSync(), expected, 1e-6);
  });

  it('stand in for the parameters for a while, and these come back even if something fails', async () => {
    const [kernel] = parameters() as [NetworkParameter];
    const averages = createAverages([kernel], 0.5);
    kernel.variable.assign(tensor(spread(6, 5)));
    const before = memory().numTensors;
    await averages.swapped(async () => expect(kernel.variable.dataSync()).toEqual(spread(6, 0)));
    const failing = averages.swapped(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(kernel.variable.dataSync()).toEqual(spread(6, 5));
    expect(memory().numTensors).toBe(before);
  });
});
