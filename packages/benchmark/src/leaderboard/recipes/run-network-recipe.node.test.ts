import { beforeAll, describe, expect, it } from 'vitest';
import { madeImages } from '../testing/made-images.ts';
import type { NetworkRecipe } from './network-recipe.ts';
import { UNIT } from './networks/pipelines.ts';
import { runNetworkRecipe } from './run-network-recipe.ts';

const data = { train: madeImages(160, 1), judged: madeImages(80, 2) };

const tiny: NetworkRecipe = {
  row: 'mlp-256-128-100',
  network: 'mlp-256-128-100',
  pipelines: { train: 'mobilenet', judged: UNIT },
  batchSize: 32,
  epochs: 6,
  loss: { kind: 'cross-entropy' },
  optimizer: { kind: 'adam' },
  schedule: { kind: 'constant', rate: 0.003 },
  gradientClipping: 1,
  average: 0.5,
  flips: true,
  seed: 3,
  chosen: 'for this test',
  deviations: [],
};

function accuracyOf(predictions: Uint8Array): number {
  return predictions.filter((label, image) => label === data.judged.labels[image]).length / 80;
}

describe('runNetworkRecipe', () => {
  it.each<[string, Partial<NetworkRecipe>]>([
    ['cross-entropy', {}],
    ['squared hinges', { loss: { kind: 'squared-hinge' } }],
    ['triplets, by the nearest training images', { loss: { kind: 'triplet' } }],
  ])('learns by %s', async (_, changes) => {
    const { predictions, training } = await runNetworkRecipe({ ...tiny, ...changes }, data, {});
    expect(accuracyOf(predictions)).toBeGreaterThan(0.9);
    // The made images have four classes.
    expect(training?.parameterCount).toBe(200_960 + 32_896 + 12_900 + 404);
  });

  it('names every option, and the steps of the preset', async () => {
    const { recipe } = await runNetworkRecipe({ ...tiny, epochs: 1 }, data, { seed: 9 });
    expect(recipe).toMatchObject({
      seed: 9,
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999 },
      pipelines: {
        train: { name: 'mobilenet', steps: [{ operation: 'random-flip' }, { operation: 'scale-to-unit' }] },
      },
    });
  });

  it('gives the same network for the same seed, on one thread or two, and another for another seed', async () => {
    const run = { ...tiny, epochs: 2 };
    const [one, two, other] = await Promise.all([
      runNetworkRecipe(run, data, { threads: 1 }),
      runNetworkRecipe(run, data, { threads: 2 }),
      runNetworkRecipe(run, data, { threads: 2, seed: 4 }),
    ]);
    expect(one.predictions).toEqual(two.predictions);
    expect(one.training?.file).toEqual(two.training?.file);
    expect(other.training?.file).not.toEqual(two.training?.file);
  });

  it('refuses a network that there is not', async () => {
    await expect(runNetworkRecipe({ ...tiny, network: 'none' }, data, {})).rejects.toThrow('no network none');
  });
});

describe('a run that was interrupted', () => {
  let resumeFrom: Uint8Array;
  beforeAll(async () => {
    const kept: Uint8Array[] = [];
    const stop = new AbortController();
    const checkpoint = {
      everyMinutes: 0,
      save: (bytes: Uint8Array) => {
        if (kept.push(bytes) === 7) stop.abort(new Error('enough'));
      },
    };
    const run = runNetworkRecipe(tiny, data, { checkpoint, signal: stop.signal });
    await expect(run).rejects.toThrow('enough');
    resumeFrom = kept.at(-1) ?? new Uint8Array(0);
  });

  it('goes on to the same network', async () => {
    const checkpoint = { save: () => {}, resumeFrom };
    const resumed = await runNetworkRecipe(tiny, data, { checkpoint });
    const whole = await runNetworkRecipe(tiny, data, {});
    expect(resumed.training?.file).toEqual(whole.training?.file);
    expect(resumed.predictions).toEqual(whole.predictions);
  });

  it('does not go on by another recipe, with another seed, on other data or from other bytes', async () => {
    const tries = [
      runNetworkRecipe({ ...tiny, batchSize: 16 }, data, { checkpoint: { save: () => {}, resumeFrom } }),
      runNetworkRecipe(tiny, data, { seed: 4, checkpoint: { save: () => {}, resumeFrom } }),
      runNetworkRecipe(
        tiny,
        { ...data, train: madeImages(160, 5) },
        { checkpoint: { save: () => {}, resumeFrom } },
      ),
      runNetworkRecipe(tiny, data, { checkpoint: { save: () => {}, resumeFrom: Uint8Array.of(1, 10, 2) } }),
    ];
    const reasons = (await Promise.allSettled(tries)).map((each) =>
      each.status === 'rejected' ? String(each.reason) : '',
    );
    expect(reasons).toEqual([
      expect.stringContaining('expected batchSize 16, got 32'),
      expect.stringContaining('expected seed 4, got 3'),
      expect.stringContaining('other training images or labels'),
      expect.stringContaining('expected a checkpoint of mlp-256-128-100, got none'),
    ]);
  });
});
