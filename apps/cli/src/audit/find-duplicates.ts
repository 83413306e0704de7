import { createHash } from 'node:crypto';
import { sampleShape } from '@fashion-mnist/core';
import type { AuditedImages } from './audited-images.ts';

/** Groups of samples whose pixels are the same byte for byte, each in order, by their first samples. */
export function findDuplicates({ images }: Pick<AuditedImages, 'images'>): readonly (readonly number[])[] {
  const { sampleCount, featureCount } = sampleShape(images);
  const groups = new Map<string, number[]>();
  for (let sample = 0; sample < sampleCount; sample++) {
    const pixels = images.data.subarray(sample * featureCount, (sample + 1) * featureCount);
    const digest = createHash('sha256').update(pixels).digest('base64');
    const group = groups.get(digest);
    if (group === undefined) groups.set(digest, [sample]);
    else group.push(sample);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
