import { elementCount } from '@fashion-mnist/core';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { margin } from '../losses/margin.ts';
import { triplet } from '../losses/triplet.ts';
import { adamW } from '../optimizers/adam.ts';
import { constant } from '../schedules/constant.ts';
import { tinySource } from '../testing/tiny-source.ts';
import { interruptedAt, tinyNetworks, trainTiny, valuesOf } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import type { BatchSource } from './batch-source.ts';
import type { TrainingProgress } from './training-progress.ts';

useCpu();
const networks = tinyNetworks();
afterEach(() => {
  networks.freeAll();
  vi.useRealTimers();
});

describe('a training', () => {
  it('learns', async () => {
    const { epochs, stepCount } = await trainTiny(networks.make(), { epochs: 20 }).report;
    expect(epochs).toHaveLength(20);
    expect(stepCount).toBe(120);
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss * 0.7);
    expect(epochs.at(-1)!.validation!.accuracy).toBe(1);
  });

  it('is the same each time', async () => {
    const [a, b] = [networks.make(), networks.make()];
    const first = await trainTiny(a).report;
    const second = await trainTiny(b).report;
    expect(first.epochs).toEqual(second.epochs);
    expect(valuesOf(a)).toEqual(valuesOf(b));
  });

  it('waits, with averages in place, for what is done after each epoch', async () => {
    const network = networks.make();
    const seen: unknown[] = [];
    const { epochs } = await trainTiny(network, {
      onEpoch: async (report) => {
        await Promise.resolve();
        seen.push({ report, values: valuesOf(network) });
      },
    }).report;
    expect(seen).toMatchObject(epochs.map((report) => ({ report })));
    expect(seen.at(-1)).toMatchObject({ values: valuesOf(network) });
  });

  it('ends with what is thrown after an epoch, and can go on', async () => {
    const network = networks.make();
    const fail = () => Promise.reject(new Error('no place left'));
    const { report, saved } = trainTiny(network, { onEpoch: fail });
    await expect(report).rejects.toThrow('no place left');
    const resumed = await trainTiny(network, {}, { resumeFrom: saved.at(-1) }).report;
    expect(resumed.epochs).toEqual((await trainTiny(networks.make()).report).epochs);
  });

  it.each([{ seed: 6 }, { average: null }, { gradientClipping: null }, { optimizer: adamW() }])(
    'depends on %j',
    async (changes) => {
      const [a, b] = [networks.make(), networks.make()];
      await trainTiny(a).report;
      await trainTiny(b, changes).report;
      expect(valuesOf(a)).not.toEqual(valuesOf(b));
    },
  );

  it('leaves no tensors behind, however it ends', async () => {
    const [trained, other] = [networks.make(), networks.make()];
    const before = memory().numTensors;
    await trainTiny(trained).report;
    await trainTiny(trained, { optimizer: adamW() }).report;
    expect(memory().numTensors).toBe(before);
    await expect(trainTiny(trained, interruptedAt(1, 3)).report).rejects.toThrow('interrupted');
    const wild = { schedule: constant({ rate: 1e30 }), gradientClipping: null };
    await expect(trainTiny(trained, wild).report).rejects.toThrow('diverged');
    const misfits = [{ loss: margin(), batches: ofTargets([4, 2]) }, { batches: ofTargets([5]) }];
    for (const misfit of [...misfits, { validation: ofTargets([4, 2]) }, { validation: ofTargets([5]) }])
      await expect(trainTiny(other, misfit).report).rejects.toThrow(
        /expected targets \[4, 3\] as tiny answers/,
      );
    expect(memory().numTensors).toBe(before);
  });

  it('has as many tensors after each step as before it', async () => {
    const counts = new Set<number>();
    const onProgress = ({ stage }: TrainingProgress) => stage === 'train' && counts.add(memory().numTensors);
    await trainTiny(networks.make(), { onProgress }).report;
    expect(counts.size).toBe(1);
  });

  it('trains features by a loss that knows no classes', async () => {
    const { epochs } = await trainTiny(networks.make(), { loss: triplet(), epochs: 8 }).report;
    expect(epochs[0]!.accuracy).toBeNull();
    expect(epochs.at(-1)!.loss).toBeLessThan(epochs[0]!.loss);
  });

  it('lets timers run between its steps, however long these take', async () => {
    let isTrained = false;
    let wasCalledMeanwhile = false;
    const timer = setTimeout(() => (wasCalledMeanwhile = !isTrained), 0);
    const onProgress = () => {
      const until = performance.now() + 50;
      while (performance.now() < until);
    };
    await trainTiny(networks.make(), { epochs: 1, onProgress }).report;
    isTrained = true;
    clearTimeout(timer);
    expect(wasCalledMeanwhile).toBe(true);
  });

  it('asks for the next batch before it computes', async () => {
    const events: string[] = [];
    const batches = tinySource({ onBatch: (_, index) => void events.push(`asked ${index}`) });
    const onProgress = ({ stage, completed }: TrainingProgress) =>
      stage === 'train' && events.push(`trained ${completed}`);
    await trainTiny(networks.make(), { batches, epochs: 1, onProgress }).report;
    expect(events.slice(0, 4)).toEqual(['asked 0', 'asked 1', 'trained 4', 'asked 2']);
  });
});

describe('progress', () => {
  it('counts the time that batches are waited for', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const batches = tinySource({ onBatch: () => void vi.advanceTimersByTime(1000) });
    const rates: (number | undefined)[] = [];
    const onProgress = ({ stage, rate }: TrainingProgress) => stage === 'train' && rates.push(rate);
    await trainTiny(networks.make(), { batches, epochs: 1, onProgress }).report;
    expect(rates.at(-1)).toBeCloseTo(22 / 6, 9);
  });

  it('is told after each batch, each batch of validation and each epoch', async () => {
    const events: TrainingProgress[] = [];
    const onProgress = (event: TrainingProgress) => events.push(event);
    const { epochs } = await trainTiny(networks.make(), { epochs: 2, onProgress }).report;
    const epoch = [...Array<string>(6).fill('train'), ...Array<string>(3).fill('validate'), 'epoch'];
    expect(events.map(({ stage }) => stage)).toEqual([...epoch, ...epoch]);
    const trained = events.filter(({ stage }) => stage === 'train');
    expect(trained.map(({ completed }) => completed)).toEqual([4, 8, 12, 16, 20, 22, 26, 30, 34, 38, 42, 44]);
    expect(trained.every(({ total, unit }) => total === 44 && unit === 'images')).toBe(true);
    expect(trained.every(({ rate = 0, secondsLeft = -1 }) => rate > 0 && secondsLeft >= 0)).toBe(true);
    expect(trained.at(-1)).toMatchObject({ epoch: 2, secondsLeft: 0, loss: epochs[1]!.loss });
    expect(events.at(-1)).toMatchObject({ stage: 'epoch', completed: 44, ...epochs[1]!.validation });
    expect(events.at(-1)!.detail).toMatch(/^epoch 2 of 2, loss \d\.\d{4}, accuracy [01]\.\d{4}$/);
    expect(events.every(Object.isFrozen)).toBe(true);
  });
});

/** A source whose targets have another shape than networks answer. */
function ofTargets(shape: number[]): BatchSource {
  const { batches, ...size } = tinySource({ imageCount: 4 });
  async function* misfits(epoch: number) {
    for await (const batch of batches(epoch))
      yield { ...batch, targets: { data: new Float32Array(elementCount(shape)), shape } };
  }
  return { ...size, batches: misfits };
}
