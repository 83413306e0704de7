import { hog } from '../features/hog/hog.ts';
import { HOG_RULES, type HogSettings } from '../features/hog/hog-options.ts';
import type { Operation } from './operation.ts';

/** It takes a while to begin, and goes through images by itself. */
export const hogOperation: Operation<HogSettings> = {
  rules: HOG_RULES,
  needsWholeBatch: true,
  prepare:
    (settings) =>
    async ({ images, labels }, { signal, onProgress }) => ({
      images: await hog(images, { ...settings, signal, onProgress }),
      labels,
    }),
};
