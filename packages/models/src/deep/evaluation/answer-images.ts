import { createCheckpoint, type NdArray, reportProgress } from '@fashion-mnist/core';
import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { takeValues } from '../training/batch-tensors.ts';
import type { EvaluationRun } from './evaluation-run.ts';

/**
 * What a function says of images, batch by batch.
 *
 * @param answer - Rows of answers for a batch of images; borrows them.
 * @returns Shape `[imageCount, answerCount]`.
 */
export async function answerImages(
  { data, shape }: NdArray<Float32Array>,
  answer: (images: Tensor) => Tensor,
  { batchSize, signal, onProgress }: EvaluationRun & { readonly batchSize: number },
): Promise<NdArray<Float32Array>> {
  const [imageCount = 0, ...sizes] = shape;
  const pixelCount = data.length / imageCount;
  const pause = createCheckpoint(signal);
  let answers = new Float32Array(0);
  for (let start = 0; start < imageCount; start += batchSize) {
    await pause();
    const end = Math.min(start + batchSize, imageCount);
    const pixels = data.subarray(start * pixelCount, end * pixelCount);
    const answered = tidy(() => answer(tensor(pixels, [end - start, ...sizes], 'float32')));
    const [rows] = await takeValues([answered]);
    if (start === 0) answers = new Float32Array((rows!.length / end) * imageCount);
    answers.set(rows!, (start * answers.length) / imageCount);
    reportProgress(onProgress, { stage: 'evaluate', completed: end, total: imageCount, unit: 'images' });
  }
  return { data: answers, shape: [imageCount, answers.length / imageCount] };
}
