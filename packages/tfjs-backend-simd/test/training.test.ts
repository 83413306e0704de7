import { registerSimdBackend, type SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { startTraining } from '../src/testing/start-training.ts';

const simd = () => tf.engine().backend as SimdBackend;

afterEach(() => registerSimdBackend());

describe('training a convolutional network', () => {
  it('leaves tensors and memory where they were, for 1,000 steps, and learns', async () => {
    registerSimdBackend({ threads: 2 });
    await tf.setBackend('simd');
    const training = startTraining();
    const firstLoss = training.step();
    training.step();
    const level = { tensors: tf.memory().numTensors, bytes: simd().memory() };
    let lastLoss = Number.NaN;
    for (let step = 0; step < 1000; step++) lastLoss = training.step();
    expect({ tensors: tf.memory().numTensors, bytes: simd().memory() }).toEqual(level);
    expect(lastLoss).toBeLessThan(firstLoss / 100);
    training.dispose();
    expect(simd().allocatedBytes).toBe(0);
  });

  it('gives the same losses and weights, bit for bit, with any number of threads', async () => {
    const runs = [];
    for (const threads of [1, 2, 3]) {
      registerSimdBackend({ threads });
      await tf.setBackend('simd');
      const training = startTraining();
      const losses = Array.from({ length: 20 }, () => training.step());
      runs.push({
        losses,
        weights: Object.values(training.variables).map((variable) => variable.dataSync()),
      });
      training.dispose();
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  it('comes as near to the cpu backend as float32 allows', async () => {
    const losses: number[][] = [];
    for (const backend of ['cpu', 'simd']) {
      await tf.setBackend(backend);
      const training = startTraining();
      losses.push(Array.from({ length: 20 }, () => training.step()));
      training.dispose();
    }
    losses[1]!.forEach((loss, step) => expect(loss).toBeCloseTo(losses[0]![step]!, 4));
  });
});

describe.skipIf(typeof Worker === 'undefined')('training in a worker of a page', () => {
  it('uses several threads, and gives the losses of the main thread', async () => {
    expect(globalThis.crossOriginIsolated).toBe(true);
    registerSimdBackend({ threads: 3 });
    await tf.setBackend('simd');
    expect(simd().threads).toBe(3);
    const training = startTraining();
    const losses = Array.from({ length: 10 }, () => training.step());
    training.dispose();
    const worker = new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' });
    const { data } = await new Promise<MessageEvent>((resolve, reject) => {
      worker.addEventListener('message', resolve);
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
    worker.terminate();
    expect(data).toEqual({ threads: 3, losses });
  });
});
