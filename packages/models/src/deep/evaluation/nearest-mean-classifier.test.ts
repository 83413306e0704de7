import { afterEach, describe, expect, it } from 'vitest';
import { CLASSES, tinySource } from '../testing/tiny-source.ts';
import { tinyNetworks } from '../testing/train-tiny.ts';
import { useCpu } from '../testing/use-cpu.ts';
import { nearestMeanClassifier } from './nearest-mean-classifier.ts';
import { predictNetwork } from './predict-network.ts';

useCpu();
const networks = tinyNetworks();
afterEach(() => networks.freeAll());

const IMAGES = 12;
const labels = Array.from({ length: IMAGES }, (_, image) => image % CLASSES);

async function someImages() {
  const source = tinySource({ imageCount: IMAGES, batchSize: IMAGES, isShuffled: false });
  for await (const { inputs } of source.batches(0)) return inputs;
  throw new Error('no batch');
}

function meanOf(rows: readonly (readonly number[])[]): readonly number[] {
  return rows[0]!.map((_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length);
}

describe('nearestMeanClassifier', () => {
  it('gives the class whose mean features are nearest to those of the image', async () => {
    const network = networks.make();
    const images = await someImages();
    const { data, shape } = await predictNetwork(network, images, { outputs: 'scores' });
    const width = shape[1] ?? 0;
    const features = labels.map((_, image) => [...data.subarray(image * width, (image + 1) * width)]);
    const means = Array.from({ length: CLASSES }, (_, label) =>
      meanOf(features.filter((row) => labels[features.indexOf(row)] === label)),
    );
    const squaredDistances = features.map((row) =>
      means.map((mean) => mean.reduce((sum, value, i) => sum + (value - row[i]!) ** 2, 0)),
    );

    const classifier = await nearestMeanClassifier(network, { images, labels }, { classCount: CLASSES });
    const scores = await predictNetwork(classifier, images, { outputs: 'scores' });
    classifier.dispose();
    squaredDistances.forEach((distances, image) => {
      const length = features[image]!.reduce((sum, value) => sum + value * value, 0);
      distances.forEach((distance, label) =>
        expect(length - scores.data[image * CLASSES + label]!).toBeCloseTo(distance, 4),
      );
    });
  });

  it('refuses a class without an image, and labels that are none', async () => {
    const network = networks.make();
    const images = await someImages();
    const make = (given: readonly number[], classCount: number) =>
      nearestMeanClassifier(network, { images, labels: given }, { classCount });
    await expect(make(labels, CLASSES + 1)).rejects.toThrow('expected an image of each class, got none of 3');
    await expect(make(labels, CLASSES - 1)).rejects.toThrow('expected labels in 0..1, got 2 at 2');
    await expect(make([0, 1, 2], CLASSES)).rejects.toThrow('expected a label for each of 12 images, got 3');
  });
});
