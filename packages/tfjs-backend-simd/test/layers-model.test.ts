import '@fashion-mnist/tfjs-backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, it } from 'vitest';

it('trains a model of tfjs-layers, which knows nothing of the backend', async () => {
  await tf.setBackend('simd');
  const initializer = (seed: number) => ({ kernelInitializer: 'glorotUniform', seed }) as const;
  const model = sequential({
    layers: [
      layers.conv2d({
        inputShape: [6, 6, 1],
        filters: 4,
        kernelSize: 3,
        activation: 'relu',
        ...initializer(1),
      }),
      layers.batchNormalization(),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dense({ units: 2, activation: 'softmax', ...initializer(2) }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.02), loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const labels = Array.from({ length: 32 }, (_, image) => image % 2);
  const pixels = labels.flatMap((label) =>
    Array.from({ length: 36 }, (_, at) => (at < 18 === (label === 1) ? 1 : 0)),
  );
  const x = tf.tensor(pixels, [32, 6, 6, 1]);
  const y = tf.oneHot(tf.tensor1d(labels, 'int32'), 2);
  const { history } = await model.fit(x, y, { epochs: 20, batchSize: 8, shuffle: false });
  expect(history['acc']!.at(-1)).toBe(1);
  expect(history['loss']!.at(-1)).toBeLessThan((history['loss']![0] as number) / 2);
  tf.dispose([x, y]);
  model.dispose();
});
