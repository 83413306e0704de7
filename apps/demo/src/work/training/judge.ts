import type { EpochScore } from './training-job.ts';

/** Below this a probability is taken for this: one certain and wrong answer shall not make the mean infinite. */
const LEAST = 1e-7;

/** The likeliest class of each image. @param probabilities - Shape `[count, classCount]`. */
export function likeliest(probabilities: Float32Array, classCount: number): Uint8Array {
  return Uint8Array.from({ length: probabilities.length / classCount }, (_, image) => {
    const row = probabilities.subarray(image * classCount, (image + 1) * classCount);
    return row.indexOf(row.reduce((most, value) => Math.max(most, value), -Infinity));
  });
}

/** How well probabilities fit labels. @param probabilities - Shape `[labels.length, classCount]`. */
export function scoreOf(probabilities: Float32Array, labels: Uint8Array, classCount: number): EpochScore {
  const predicted = likeliest(probabilities, classCount);
  let [loss, correct] = [0, 0];
  labels.forEach((label, image) => {
    loss -= Math.log(Math.max(LEAST, probabilities[image * classCount + label] ?? 0));
    if (predicted[image] === label) correct += 1;
  });
  return { loss: loss / labels.length, accuracy: correct / labels.length };
}
