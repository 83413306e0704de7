import { memory, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import golden from '../../../test/golden/training.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { useBackend } from '../backends/use-backend.ts';
import { evaluateNetwork } from '../evaluation/evaluate-network.ts';
import { createAverages } from '../optimizers/averages.ts';
import { parseOptimizer } from '../optimizers/optimizer.ts';
import { createUpdates } from '../optimizers/parameter-updates.ts';
import { loadNetwork } from '../persistence/load-network.ts';
import { saveNetwork } from '../persistence/save-network.ts';
import { goldenParameters, gradientsOf } from '../testing/golden-parameters.ts';
import { tinyNetwork } from '../testing/tiny-network.ts';
import { tinySource } from '../testing/tiny-source.ts';
import { interruptedAt, trainTiny, valuesOf } from '../testing/train-tiny.ts';

beforeAll(async () => {
  expect(await useBackend('simd')).toEqual({ name: 'simd', note: null });
});

describe.each(golden.optimizers.map((each) => ({ name: JSON.stringify(each.optimizer), ...each })))(
  "on the backend's own kernels, $name",
  ({ optimizer, parameters: expected }) => {
    it("takes PyTorch's steps", () => {
      const stepped = goldenParameters().make();
      const updates = createUpdates(parseOptimizer(optimizer), stepped);
      for (let stepsDone = 0; stepsDone < golden.steps; stepsDone += 1)
        updates.apply(gradientsOf(stepped, 10 + stepsDone * 7), { rate: 0.1 / (1 + stepsDone), stepsDone });
      expectClose(stepped[0]!.variable.dataSync(), expected.kernel, 1e-6);
      expectClose(stepped[1]!.variable.dataSync(), expected.bias, 1e-6);
    });
  },
);

it('averages lie in memory of their own, apart from the parameters', () => {
  const [kernel] = goldenParameters().make();
  const values = kernel!.variable.dataSync<'float32'>();
  const averages = createAverages([kernel!], 0.5);
  averages.adopt();
  kernel!.variable.assign(tensor(values.map((value) => value + 1)));
  averages.update(100);
  expectClose(
    averages.variables.get('kernel')!.dataSync(),
    values.map((value) => value + 0.5),
    1e-6,
  );
  expectClose(
    kernel!.variable.dataSync(),
    values.map((value) => value + 1),
    0,
  );
  averages.adopt();
  averages.variables.get('kernel')!.assign(tensor(values));
  averages.update(100);
  expectClose(
    kernel!.variable.dataSync(),
    values.map((value) => value + 0.5),
    1e-6,
  );
});

describe('a training on the backend', () => {
  it('learns, is saved, and loaded again bit by bit', async () => {
    const network = tinyNetwork();
    const { epochs } = await trainTiny(network, { epochs: 20 }).report;
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss * 0.7);
    const loaded = await loadNetwork(await saveNetwork(network));
    expect(valuesOf(loaded)).toEqual(valuesOf(network));
    expect((await evaluateNetwork(loaded, tinySource({ imageCount: 9 }))).accuracy).toBe(1);
  });

  it.each(golden.optimizers.slice(3, 8).map(({ optimizer }) => optimizer))(
    'goes on bit by bit after an interruption, with %j',
    async (described) => {
      const optimizer = parseOptimizer(described);
      const straight = tinyNetwork();
      const whole = trainTiny(straight, { optimizer });
      const { epochs } = await whole.report;
      const broken = trainTiny(tinyNetwork(), { optimizer, ...interruptedAt(1, 3) }, { everyMinutes: 1e6 });
      await expect(broken.report).rejects.toThrow('interrupted');
      const resumed = tinyNetwork({ seed: 77 });
      const rest = trainTiny(resumed, { optimizer }, { resumeFrom: broken.saved[0]! });
      expect((await rest.report).epochs).toEqual(epochs);
      expect(valuesOf(resumed)).toEqual(valuesOf(straight));
      expect(rest.saved.at(-1)).toEqual(whole.saved.at(-1));
    },
  );

  it('leaves no tensors behind', async () => {
    const network = tinyNetwork();
    const { numTensors, numBytes } = memory();
    await trainTiny(network).report;
    expect(memory()).toMatchObject({ numTensors, numBytes });
  });

  it('is the same, bit by bit, on any number of threads', async () => {
    const trained = [];
    for (const threads of [1, 3]) {
      await useBackend('simd', { threads });
      const network = tinyNetwork();
      const batches = tinySource({ imageCount: 300, batchSize: 64 });
      const { epochs } = await trainTiny(network, { batches, epochs: 2 }, { everyMinutes: 1e6 }).report;
      trained.push({ epochs, values: valuesOf(network) });
    }
    expect(trained[0]).toEqual(trained[1]);
  });

  it('comes close to the same training on the cpu backend', async () => {
    const { epochs } = await trainTiny(tinyNetwork()).report;
    await useBackend('cpu');
    const plain = await trainTiny(tinyNetwork()).report;
    expectClose(
      epochs.map(({ loss }) => loss),
      plain.epochs.map(({ loss }) => loss),
      1e-4,
    );
  });
});
