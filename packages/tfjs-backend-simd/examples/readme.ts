import '@fashion-mnist/tfjs-backend-simd';
import * as tf from '@tensorflow/tfjs-core';

await tf.setBackend('simd');
const inputs = tf.tensor2d([0, 0, 0, 1, 1, 0, 1, 1], [4, 2]);
const targets = tf.tensor2d([0, 1, 1, 0], [4, 1]);
const hidden = tf.variable(tf.randomNormal([2, 16], 0, 1, 'float32', 1));
const bias = tf.variable(tf.randomNormal([16], 0, 1, 'float32', 2));
const output = tf.variable(tf.randomNormal([16, 1], 0, 0.3, 'float32', 3));

const predict = () => tf.matMul(tf.relu(tf.add(tf.matMul(inputs, hidden), bias)), output);
const optimizer = tf.train.adam(0.05);
for (let step = 0; step < 200; step++)
  optimizer.minimize(() => tf.losses.meanSquaredError(targets, predict()));
console.log(`exclusive or by ${tf.getBackend()}: ${(await tf.round(predict()).data()).join(', ')}`);
