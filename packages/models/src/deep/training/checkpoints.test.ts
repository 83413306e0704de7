import { afterEach, describe, expect, it, vi } from 'vitest';
import { sealTensors } from '../../persistence/sealed-tensors.ts';
import { adamW } from '../optimizers/adam.ts';
import { constant } from '../schedules/constant.ts';
import { tinySource } from '../testing/tiny-source.ts';
import { interruptedAt, TINY_OPTIONS, tinyNetworks, trainTiny, valuesOf } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { trainNetwork } from './train-network.ts';
import type { TrainingProgress } from './training-progress.ts';

useCpu();
const networks = tinyNetworks();
afterEach(() => {
  networks.freeAll();
  vi.useRealTimers();
});

const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;
const RARELY = { everyMinutes: 1e6 };

describe('a training that was interrupted', () => {
  it.each([
    [0, 1],
    [1, 3],
    [2, 0],
    [2, 5],
  ])('in epoch %i, at batch %i, goes on bit by bit as if nothing had been', async (epoch, index) => {
    const straight = networks.make();
    const whole = trainTiny(straight);
    const { epochs } = await whole.report;
    const broken = trainTiny(networks.make(), interruptedAt(epoch, index), RARELY);
    await expect(broken.report).rejects.toThrow('interrupted');
    expect(broken.saved).toHaveLength(1);
    const resumed = networks.make({ seed: 77 });
    const rest = trainTiny(resumed, {}, { resumeFrom: broken.saved[0]! });
    expect((await rest.report).epochs).toEqual(epochs);
    expect(valuesOf(resumed)).toEqual(valuesOf(straight));
    expect(rest.saved.at(-1)).toEqual(whole.saved.at(-1));
  });

  it('in validation goes on bit by bit, too', async () => {
    const straight = networks.make();
    const { epochs } = await trainTiny(straight, { optimizer: adamW() }).report;
    const controller = new AbortController();
    const onProgress = ({ stage, epoch }: TrainingProgress) =>
      stage === 'validate' && epoch === 2 && controller.abort(new Error('interrupted'));
    const changes = { optimizer: adamW(), onProgress, signal: controller.signal };
    const broken = trainTiny(networks.make(), changes, RARELY);
    await expect(broken.report).rejects.toThrow('interrupted');
    const resumed = networks.make();
    const rest = trainTiny(resumed, { optimizer: adamW() }, { resumeFrom: broken.saved[0]! });
    expect((await rest.report).epochs).toEqual(epochs);
    expect(valuesOf(resumed)).toEqual(valuesOf(straight));
  });

  it('is not gone on with by a source that begins anew', async () => {
    const broken = trainTiny(networks.make(), interruptedAt(1, 3), RARELY);
    await expect(broken.report).rejects.toThrow('interrupted');
    const { batches, ...size } = tinySource();
    const stubborn = { ...size, batches: (epoch: number) => batches(epoch) };
    const rest = trainTiny(networks.make(), { batches: stubborn }, { resumeFrom: broken.saved[0]! });
    await expect(rest.report).rejects.toThrow(/expected batch [1-5] of 0..5, got 0/);
    await expect(rest.report).rejects.toThrow(code('E_SHAPE'));
  });

  it('does no more steps when it had been at its end, and has its averages again', async () => {
    const straight = networks.make();
    const whole = trainTiny(straight);
    const { epochs } = await whole.report;
    const resumed = networks.make({ seed: 2 });
    const onBatch = vi.fn<() => void>();
    const batches = tinySource({ onBatch });
    const rest = trainTiny(resumed, { batches }, { resumeFrom: whole.saved.at(-1)! });
    expect((await rest.report).epochs).toEqual(epochs);
    expect(onBatch).not.toHaveBeenCalled();
    expect(rest.saved).toEqual([]);
    expect(valuesOf(resumed)).toEqual(valuesOf(straight));
  });
});

describe('a checkpoint', () => {
  it('is saved whenever its minutes have passed, and at the end', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const onProgress = () => void vi.advanceTimersByTime(60_000);
    const { report, saved } = trainTiny(
      networks.make(),
      { epochs: 1, validation: undefined, onProgress },
      { everyMinutes: 2 },
    );
    await report;
    expect(saved).toHaveLength(3 + 1);
  });

  it.each([
    ['a source fails', { batches: tinySource({ onBatch: failAt(4) }) }],
    ['a listener fails', { onProgress: failAtImage(16) }],
  ])('is saved when %s, and is what had been done', async (_, changes) => {
    const broken = trainTiny(networks.make(), changes, RARELY);
    await expect(broken.report).rejects.toThrow('no more');
    expect(broken.saved).toHaveLength(1);
    const straight = networks.make();
    const { epochs } = await trainTiny(straight).report;
    const resumed = networks.make();
    const rest = trainTiny(resumed, {}, { resumeFrom: broken.saved[0]! });
    expect((await rest.report).epochs).toEqual(epochs);
    expect(valuesOf(resumed)).toEqual(valuesOf(straight));
  });

  it('is never one of a training that has diverged', async () => {
    const wild = { schedule: constant({ rate: 1e30 }), gradientClipping: null };
    const broken = trainTiny(networks.make(), wild, RARELY);
    await expect(broken.report).rejects.toThrow(code('E_DIVERGED'));
    await expect(broken.report).rejects.toThrow(/diverged in epoch 1, batch 2: the loss is/);
    expect(broken.saved).toEqual([]);
  });

  it('is none of numbers that are not finite, nor is the network that they are in', async () => {
    const brief = {
      epochs: 1,
      batches: tinySource({ imageCount: 4 }),
      validation: undefined,
      schedule: constant({ rate: 1e300 }),
      gradientClipping: null,
      average: null,
    };
    const broken = trainTiny(networks.make(), brief);
    await expect(broken.report).rejects.toThrow(/diverged in epoch 1, batch 2: .* is not finite/);
    expect(broken.saved).toEqual([]);
    const network = networks.make();
    const unsaved = trainNetwork(network, { ...TINY_OPTIONS, ...brief });
    await expect(unsaved).rejects.toThrow(code('E_DIVERGED'));
    const validated = trainTiny(networks.make(), { ...brief, validation: tinySource() }, RARELY);
    await expect(validated.report).rejects.toThrow(/the loss of validation is NaN/);
  });

  it('takes minutes that are a number from 0', async () => {
    const { report } = trainTiny(networks.make(), {}, { everyMinutes: -1 });
    await expect(report).rejects.toThrow(
      /trainNetwork.checkpoint.everyMinutes: expected a number >= 0, got -1/,
    );
  });

  it('ends the training when it cannot be saved', async () => {
    const save = () => Promise.reject(new Error('disk full'));
    await expect(trainTiny(networks.make(), {}, { save }).report).rejects.toThrow('disk full');
  });

  it('is not written when there is nothing to begin with', async () => {
    const { report, saved } = trainTiny(networks.make(), { signal: AbortSignal.abort(new Error('no')) });
    await expect(report).rejects.toThrow('no');
    expect(saved).toEqual([]);
  });
});

describe('a checkpoint is refused', () => {
  async function someCheckpoint() {
    const { report, saved } = trainTiny(networks.make(), { epochs: 1 });
    await report;
    return saved[2]!;
  }
  const resume = (resumeFrom: Uint8Array, changes = {}, network = networks.make()) =>
    trainTiny(network, { epochs: 1, ...changes }, { resumeFrom }).report;

  it.each([
    [{ seed: 6 }, /expected recipe.seed 6, got 5/],
    [{ epochs: 2 }, /expected recipe.epochs 2, got 1/],
    [{ data: 'others' }, /expected recipe.data "others", got null/],
    [{ average: null }, /expected recipe.average null, got 0.9/],
    [{ optimizer: adamW() }, /expected recipe.optimizer {"kind":"adam",.*, got {"kind":"sgd",/],
    [{ batches: tinySource({ batchSize: 5 }) }, /expected recipe.batches .*"batchSize":5/],
  ])('that is of a training without %j', async (changes, message) => {
    const file = await someCheckpoint();
    await expect(resume(file, changes)).rejects.toThrow(message);
    await expect(resume(file, changes)).rejects.toThrow(code('E_CHECKPOINT'));
  });

  it('that is of another network', async () => {
    const file = await someCheckpoint();
    const wider = resume(file, {}, networks.make({ units: 7 }));
    await expect(wider).rejects.toThrow(/expected network.architecture/);
    await expect(wider).rejects.toThrow(code('E_CHECKPOINT'));
    await expect(resume(file, {}, networks.make({ name: 'other' }))).rejects.toThrow(
      /expected network.name "other", got "tiny"/,
    );
  });

  it('that was cut short or changed, and the network stays as it was', async () => {
    const file = await someCheckpoint();
    const network = networks.make({ seed: 3 });
    const before = valuesOf(network);
    for (let at = 0; at < file.length; at += 211) {
      const changed = file.slice();
      changed[at]! ^= 1 << (at % 8);
      await expect(resume(changed, {}, network)).rejects.toThrow(code('E_MODEL'));
      await expect(resume(file.subarray(0, at), {}, network)).rejects.toThrow(code('E_MODEL'));
    }
    expect(valuesOf(network)).toEqual(before);
  });

  it('that is another kind of file', async () => {
    const other = await sealTensors({
      format: 'fashion-mnist-model',
      version: 1,
      tensors: new Map(),
      texts: {},
    });
    await expect(resume(other)).rejects.toThrow(
      /expected 'fashion-mnist-training', got 'fashion-mnist-model'/,
    );
  });
});

describe('a training is refused', () => {
  it.each([
    [{ epochs: 0 }, 'E_OPTION', /trainNetwork.epochs: expected a whole number >= 1, got 0/],
    [{ average: 1 }, 'E_OPTION', /trainNetwork.average: expected/],
    [
      { batches: tinySource({ imageCount: 0 }) },
      'E_SHAPE',
      /trainNetwork.batches: expected at least one batch/,
    ],
    [{ batches: { ...tinySource(), batchCount: 9 } }, 'E_SHAPE', /expected 9 batches in an epoch, got 6/],
    [{ batches: { ...tinySource(), batchCount: 5 } }, 'E_SHAPE', /expected batch 5 of 0..4, got 5/],
  ])('with %j', async (changes, expected, message) => {
    const { report } = trainTiny(networks.make(), changes);
    await expect(report).rejects.toThrow(message);
    await expect(report).rejects.toThrow(code(expected));
  });
});

function failAt(index: number): () => void {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls > index) throw new Error('no more');
  };
}

function failAtImage(image: number): (event: TrainingProgress) => void {
  return ({ stage, completed }) => {
    if (stage === 'train' && completed === image) throw new Error('no more');
  };
}
