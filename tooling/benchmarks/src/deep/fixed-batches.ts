import type { BatchSource } from '@fashion-mnist/models/deep';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const CLASSES = 10;

/** Images of 28 x 28 bytes and their labels. */
export interface ImageBytes {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** The first images in batches, ready before the time is taken. */
export function fixedBatches({ pixels, labels }: ImageBytes, batchCount: number, size: number): BatchSource {
  const made = Array.from({ length: batchCount }, (_, index) => {
    const inputs = Float32Array.from(
      pixels.subarray(index * size * PIXELS, (index + 1) * size * PIXELS),
      (byte) => byte / 255,
    );
    const targets = new Float32Array(size * CLASSES);
    labels.subarray(index * size, (index + 1) * size).forEach((label, row) => {
      targets[row * CLASSES + label] = 1;
    });
    return {
      index,
      inputs: { data: inputs, shape: [size, SIDE, SIDE, 1] },
      targets: { data: targets, shape: [size, CLASSES] },
    };
  });
  return {
    imageCount: batchCount * size,
    batchSize: size,
    batchCount,
    async *batches(_epoch, { firstBatch = 0 } = {}) {
      yield* made.slice(firstBatch);
    },
  };
}
