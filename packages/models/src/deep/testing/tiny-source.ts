import { createRng } from '@fashion-mnist/core';
import type { BatchSource, TrainingBatch } from '../training/batch-source.ts';

export const CLASSES = 3;
const SIDE = 4;

export interface TinySourceOptions {
  readonly imageCount?: number;
  readonly batchSize?: number;
  readonly isShuffled?: boolean;
  /** Called before each batch is made. */
  readonly onBatch?: (epoch: number, index: number) => void | Promise<void>;
}

/** Pictures of 4 x 4 pixels whose class says which row is bright; noisy, and in another order in each epoch. */
export function tinySource(options: TinySourceOptions = {}): BatchSource {
  const { imageCount = 22, batchSize = 4, isShuffled = true, onBatch } = options;
  const batchCount = Math.ceil(imageCount / batchSize);

  function batchOf(epoch: number, index: number): TrainingBatch {
    const order = isShuffled ? createRng(9).split(epoch).permutation(imageCount) : allOf(imageCount);
    const images = order.slice(index * batchSize, (index + 1) * batchSize);
    return {
      index,
      inputs: {
        data: Float32Array.from([...images].flatMap(pixelsOf)),
        shape: [images.length, SIDE, SIDE, 1],
      },
      targets: {
        data: Float32Array.from([...images].flatMap(targetOf)),
        shape: [images.length, CLASSES],
      },
    };
  }

  return {
    imageCount,
    batchSize,
    batchCount,
    async *batches(epoch, { firstBatch = 0, signal } = {}) {
      for (let index = firstBatch; index < batchCount; index += 1) {
        signal?.throwIfAborted();
        await onBatch?.(epoch, index);
        yield batchOf(epoch, index);
      }
    },
  };
}

function allOf(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => i);
}

function pixelsOf(image: number): number[] {
  const rng = createRng(image);
  return Array.from({ length: SIDE * SIDE }, (_, pixel) => {
    const isBright = Math.floor(pixel / SIDE) === image % CLASSES;
    return rng.nextNormal() * 0.3 + (isBright ? 1 : 0);
  });
}

function targetOf(image: number): number[] {
  return Array.from({ length: CLASSES }, (_, label) => (label === image % CLASSES ? 1 : 0));
}
