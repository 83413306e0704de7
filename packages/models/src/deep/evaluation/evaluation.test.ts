import { memory, softmax, tensor } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/close.ts';
import { dense } from '../layers/dense.ts';
import { createNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { CLASSES, tinySource } from '../testing/tiny-source.ts';
import { tinyNetworks } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import type { TrainingBatch } from '../training/batch-source.ts';
import { embedNetwork } from './embed-network.ts';
import { evaluateNetwork } from './evaluate-network.ts';
import { predictNetwork } from './predict-network.ts';

useCpu();
const networks = tinyNetworks();
afterEach(() => networks.freeAll());

const IMAGES = 11;
const source = tinySource({ imageCount: IMAGES, isShuffled: false });
const labels = Array.from({ length: IMAGES }, (_, image) => image % CLASSES);

async function someImages(): Promise<TrainingBatch['inputs']> {
  for await (const { inputs } of tinySource({
    imageCount: IMAGES,
    batchSize: IMAGES,
    isShuffled: false,
  }).batches(0))
    return inputs;
  throw new Error('no batch');
}

const answersOf = (network: Network, { data, shape }: TrainingBatch['inputs']) =>
  network.predict(tensor(data, [...shape]));

/** The same images, each row of pixels from right to left. */
function mirrored({ data, shape }: TrainingBatch['inputs']): TrainingBatch['inputs'] {
  return { data: data.map((_, i) => data[4 * Math.floor(i / 4) + 3 - (i % 4)]!), shape };
}

describe('predictNetwork', () => {
  it('gives the softmax of what the network answers, in batches of any size', async () => {
    const network = networks.make();
    const images = await someImages();
    const expected = softmax(answersOf(network, images)).dataSync();
    for (const batchSize of [1, 4, 100]) {
      const { data, shape } = await predictNetwork(network, images, { batchSize });
      expect(shape).toEqual([IMAGES, CLASSES]);
      expectClose(data, expected, 1e-6);
    }
  });

  it('gives the answers themselves, if scores are wanted', async () => {
    const network = networks.make();
    const images = await someImages();
    const { data } = await predictNetwork(network, images, { outputs: 'scores' });
    expectClose(data, answersOf(network, images).dataSync(), 1e-6);
  });

  it('gives the mean of the answers for an image and its mirror image, if flips are wanted', async () => {
    const network = networks.make();
    const images = await someImages();
    const there = await predictNetwork(network, images);
    const back = await predictNetwork(network, mirrored(images));
    const { data } = await predictNetwork(network, images, { flips: true });
    expectClose(
      data,
      there.data.map((value, i) => (value + back.data[i]!) / 2),
      1e-6,
    );
  });

  it('takes images without their one channel', async () => {
    const network = networks.make();
    const { data, shape } = await someImages();
    const flat = { data, shape: shape.slice(0, 3) };
    expect(await predictNetwork(network, flat)).toEqual(await predictNetwork(network, { data, shape }));
  });

  it('tells how far it is, stops when aborted, and leaves no tensors behind', async () => {
    const network = networks.make();
    const images = await someImages();
    const before = memory().numTensors;
    const completed: number[] = [];
    await predictNetwork(network, images, {
      batchSize: 4,
      flips: true,
      onProgress: (event) => completed.push(event.completed),
    });
    expect(completed).toEqual([4, 8, 11]);
    const controller = new AbortController();
    const run = predictNetwork(network, images, {
      batchSize: 4,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    [{ data: new Float32Array(20), shape: [1, 4, 5, 1] }, /expected images \[imageCount, 4, 4, 1\]/],
    [{ data: new Float32Array(15), shape: [1, 4, 4, 1] }, /needs 16 elements, got 15/],
    [{ data: new Float32Array(0), shape: [0, 4, 4, 1] }, /expected images/],
    [{ data: new Uint8Array(16) as never, shape: [1, 4, 4, 1] }, /of float32, got .* of Uint8Array/],
  ])('refuses images that do not fit: %j', async (images, message) => {
    const run = predictNetwork(networks.make(), images);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});

describe('embedNetwork', () => {
  it('gives the features before the last dense layer', async () => {
    const network = networks.make();
    const images = await someImages();
    const { data, shape } = await embedNetwork(network, images, { batchSize: 4 });
    expect(shape).toEqual([IMAGES, 6]);
    expectClose(data, network.embed(tensor(images.data, [...images.shape])).dataSync(), 1e-6);
  });
});

describe('evaluateNetwork', () => {
  it('counts the images whose likeliest class is theirs', async () => {
    const network = networks.make();
    const images = await someImages();
    const { data } = await predictNetwork(network, images);
    const likeliest = labels.map((_, i) => {
      const row = [...data.subarray(i * CLASSES, (i + 1) * CLASSES)];
      return row.indexOf(Math.max(...row));
    });
    const correctCount = labels.filter((label, i) => label === likeliest[i]).length;
    const expected = {
      correctCount,
      accuracy: correctCount / IMAGES,
      imageCount: IMAGES,
      predictions: Int32Array.from(likeliest),
      labels: Int32Array.from(labels),
    };
    expect(await evaluateNetwork(network, { images, labels }, { batchSize: 4 })).toEqual(expected);
    expect(await evaluateNetwork(network, source)).toEqual(expected);
  });

  it.each([
    [[0, 1], /expected a label for each of 11 images, got 2/],
    [Array<number>(IMAGES).fill(3), /expected labels in 0..2, got 3 at 0/],
  ])('refuses labels that do not fit: %j', async (wrong, message) => {
    const run = evaluateNetwork(networks.make(), { images: await someImages(), labels: wrong });
    await expect(run).rejects.toThrow(message);
  });

  it('refuses batches of other classes than the network knows', async () => {
    const { batches, ...size } = source;
    async function* inTwoClasses(epoch: number) {
      for await (const { inputs, ...rest } of batches(epoch)) {
        const [images = 0] = inputs.shape;
        yield { ...rest, inputs, targets: { data: new Float32Array(images * 2), shape: [images, 2] } };
      }
    }
    const run = evaluateNetwork(networks.make(), { ...size, batches: inTwoClasses });
    await expect(run).rejects.toThrow(/expected targets of 3 classes as tiny answers, got 2/);
  });

  it('leaves no tensors behind', async () => {
    const network = networks.make();
    const before = memory().numTensors;
    await evaluateNetwork(network, source, { flips: true });
    expect(memory().numTensors).toBe(before);
  });

  it('refuses to mirror what is no image, and leaves no tensors behind either', async () => {
    const inputShape = [16];
    const network = createNetwork(dense({ units: CLASSES }), { name: 'flat', inputShape, seed: 1 });
    const before = memory().numTensors;
    const images = { data: new Float32Array(16), shape: [1, 16] };
    const refusal = /flips: expected a network of images/;
    await expect(predictNetwork(network, images, { flips: true })).rejects.toThrow(refusal);
    await expect(evaluateNetwork(network, { images, labels: [0] }, { flips: true })).rejects.toThrow(refusal);
    expect(memory().numTensors).toBe(before);
    network.dispose();
  });
});
