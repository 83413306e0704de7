import { createRng, type ImageDataset, type Split } from '@fashion-mnist/core';
import type { JobSplits } from '../child-messages.ts';

const SIDE = 4;
const CLASSES = 3;

/** Pictures of 4 x 4 pixels, of three classes that differ in brightness. */
export async function loadSplits(name: string): Promise<JobSplits> {
  return { train: split(name, 'train', 200), test: split(name, 'test', 60) };
}

function split(name: string, half: Split, count: number): ImageDataset {
  const rng = createRng(half === 'train' ? 1 : 2);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % CLASSES);
  const pixels = Uint8Array.from(
    { length: count * SIDE * SIDE },
    (_, index) => 40 + 60 * (labels[Math.floor(index / (SIDE * SIDE))] ?? 0) + rng.nextInt(70),
  );
  return {
    name,
    split: half,
    images: { data: pixels, shape: [count, SIDE, SIDE] },
    labels,
    classNames: ['dark', 'middle', 'bright'],
  };
}
