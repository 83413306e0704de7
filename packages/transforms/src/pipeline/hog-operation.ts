import { createDescribers } from '../features/hog/describer.ts';
import { describeImages } from '../features/hog/hog.ts';
import { HOG_RULES, type HogSettings } from '../features/hog/hog-options.ts';
import { resolveOperationOptions } from '../options/resolve-options.ts';
import type { Operation } from './operation.ts';

/** It goes through images by itself. */
export const hogOperation: Operation<HogSettings> = {
  rules: HOG_RULES,
  needsWholeBatch: true,
  prepare(settings) {
    const describerFor = createDescribers(resolveOperationOptions('hog', HOG_RULES, settings));
    return async ({ images, labels }, run) => ({
      images: await describeImages(describerFor(images), run),
      labels,
    });
  },
};
