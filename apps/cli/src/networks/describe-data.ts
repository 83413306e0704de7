import { createHash } from 'node:crypto';
import type { ImageDataset } from '@fashion-mnist/core';
import type { Pipeline } from '@fashion-mnist/transforms';
import { namesOf } from './preparation.ts';

/** What a checkpoint keeps of the pictures and of what is done to them, so that a training goes on with the same ones. */
export function describeData({ name, images, labels }: ImageDataset, pipeline: Pipeline): string {
  const digest = createHash('sha256')
    .update(images.data)
    .update(labels)
    .update(JSON.stringify(pipeline.steps))
    .digest('hex');
  return `${name} ${digest.slice(0, 16)}, ${namesOf(pipeline)}`;
}
