import { createRng, type ImageDataset } from '@fashion-mnist/core';

const SIDE = 28;
const CLASS_COUNT = 4;

/** Pictures of 28 x 28 pixels whose class can be told from where they are bright. */
export function madeImages(count: number, seed: number): ImageDataset {
  const rng = createRng(seed);
  const labels = Uint8Array.from({ length: count }, (_, image) => image % CLASS_COUNT);
  const data = Uint8Array.from({ length: count * SIDE * SIDE }, (_, at) => {
    const row = Math.floor(at / SIDE) % SIDE;
    const isBright = Math.floor((row * CLASS_COUNT) / SIDE) === labels[Math.floor(at / (SIDE * SIDE))];
    return rng.nextInt(100) + (isBright ? 150 : 0);
  });
  return {
    name: 'made',
    split: 'train',
    images: { data, shape: [count, SIDE, SIDE] },
    labels,
    classNames: ['first', 'second', 'third', 'fourth'],
  };
}

/** The published definitions name what a figure is about; labels of a test may be any. */
export function someLabels(count: number, seed: number): Uint8Array {
  const rng = createRng(seed);
  return Uint8Array.from({ length: count }, () => rng.nextInt(10));
}
