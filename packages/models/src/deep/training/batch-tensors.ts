import { dispose, type Tensor, type Tensor2D, tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { TrainingBatch } from './batch-source.ts';

/** A batch on the backend. */
export interface BatchTensors {
  readonly inputs: Tensor;
  readonly targets: Tensor2D;
}

/** Lends a batch to a function: its tensors are freed when this is done, or has failed. */
export async function withTensors<T>(
  { inputs, targets }: TrainingBatch,
  use: (tensors: BatchTensors) => Promise<T>,
): Promise<T> {
  const tensors = tidy(() => ({
    inputs: tensor(inputs.data, [...inputs.shape], 'float32'),
    targets: tensor2d(targets.data, targets.shape as [number, number], 'float32'),
  }));
  try {
    return await use(tensors);
  } finally {
    dispose(tensors);
  }
}

/** The values of tensors, which are freed. */
export async function takeValues(tensors: readonly Tensor[]): Promise<readonly ArrayLike<number>[]> {
  try {
    return await Promise.all(tensors.map((each) => each.data()));
  } finally {
    dispose([...tensors]);
  }
}
