import * as tf from '@tensorflow/tfjs-core';

const SIZE = 8;
const CLASSES = 3;
const BATCH = 6;

export interface Training {
  readonly variables: Readonly<Record<'filter' | 'bias' | 'weights', tf.Variable>>;
  step(): number;
  dispose(): void;
}

/** A convolution, a pool and a dense layer that learn in which third of an image its bright rows are. */
export function startTraining(): Training {
  const variables = tf.tidy(() => ({
    filter: tf.variable(tf.reshape(waves(3 * 3 * 4, 0.4), [3, 3, 1, 4])),
    bias: tf.variable(tf.zeros([4])),
    weights: tf.variable(tf.reshape(waves(4 * 4 * 4 * CLASSES, 0.2), [4 * 4 * 4, CLASSES])),
  }));
  const optimizer = tf.train.adam(0.01);
  const [images, labels] = tf.tidy(() => {
    const bright = (image: number) => (row: number) =>
      Math.floor((row / SIZE) * CLASSES) === image % CLASSES ? 1 : 0;
    const pixels = Array.from({ length: BATCH * SIZE * SIZE }, (_, at) =>
      bright(Math.floor(at / SIZE / SIZE))(Math.floor(at / SIZE) % SIZE),
    );
    const classes = Array.from({ length: BATCH }, (_, image) => image % CLASSES);
    const noise = tf.mul(waves(pixels.length, 1), 0.3);
    return [
      tf.reshape<tf.Rank.R4>(tf.add(tf.tensor1d(pixels), noise), [BATCH, SIZE, SIZE, 1]),
      tf.oneHot(tf.tensor1d(classes, 'int32'), CLASSES),
    ];
  });

  function loss(): tf.Scalar {
    const { filter, bias, weights } = variables;
    const convolved = tf.relu(tf.add(tf.conv2d(images, filter as tf.Tensor as tf.Tensor4D, 1, 'same'), bias));
    const pooled = tf.maxPool(convolved as tf.Tensor4D, 2, 2, 'valid');
    const logits = tf.matMul(tf.reshape(pooled, [BATCH, -1]), weights);
    return tf.losses.softmaxCrossEntropy(labels, logits);
  }

  return {
    variables,
    step: () => tf.tidy(() => (optimizer.minimize(loss, true) as tf.Scalar).dataSync()[0]!),
    dispose() {
      optimizer.dispose();
      tf.dispose([images, labels]);
      tf.dispose(Object.values(variables));
    },
  };
}

/** Numbers between `-size` and `size` without a pattern that a network could use. */
function waves(count: number, size: number): tf.Tensor1D {
  return tf.tensor1d(
    Float32Array.from({ length: count }, (_, index) => size * Math.sin(index * 12.9898 + 1)),
  );
}
