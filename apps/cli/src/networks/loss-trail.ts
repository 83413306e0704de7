import type { TrainingProgress } from '@fashion-mnist/models/deep';

/** How the loss of a training has gone, in equal parts of the whole. */
export interface LossTrail {
  add(event: TrainingProgress): void;
  /** The mean loss of each part so far; undefined for those that were trained before this run, or not yet. */
  means(): readonly (number | undefined)[];
}

/** @param epochs - Those of the whole training, to tell the images of one from `total`. */
export function createLossTrail(partCount: number, epochs: number): LossTrail {
  const sums = Array.from({ length: partCount }, () => ({ loss: 0, images: 0 }));
  let last = { epoch: 0, images: 0, loss: 0 };
  return {
    add({ epoch, completed, total, loss }) {
      const images = completed - ((epoch - 1) * total) / epochs;
      const before = last.epoch === epoch ? last : { images: 0, loss: 0 };
      const part = sums[Math.min(Math.floor((partCount * completed) / total), partCount - 1)];
      if (part !== undefined && images > before.images) {
        part.loss += loss * images - before.loss * before.images;
        part.images += images - before.images;
      }
      last = { epoch, images, loss };
    },
    means: () => sums.map(({ loss, images }) => (images > 0 ? loss / images : undefined)),
  };
}
