import { createCheckpoint, type NdArray, type ProgressListener, reportProgress } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import { requireOptions, resolveOperationOptions } from '../../options/resolve-options.ts';
import { createDescribers, type Describer } from './describer.ts';
import { HOG_RULES, type HogSettings } from './hog-options.ts';

/** What `hog` computes, and how it is watched and stopped. */
export interface HogOptions extends HogSettings {
  /** Stops the work between two images. */
  readonly signal?: AbortSignal | undefined;
  /** Stage `hog`, in images. */
  readonly onProgress?: ProgressListener | undefined;
}

/** Images between two looks at the clock. */
const BATCH = 64;

/**
 * Histograms of oriented gradients: for each cell of a picture how strongly its pixels change in which direction, scaled
 * block by block.
 *
 * A gradient is the difference of the two neighbours, 0 across the border. Pixels beyond the last whole cell are left out.
 *
 * @param images - Shape `[imageCount, height, width]`, bytes, or float32 of any range whose differences are finite: up to 1.7e38
 *   either way; borrowed.
 * @returns Shape `[imageCount, featureCount]`, numbers 0..1: row by row of blocks, in each row by row of cells, in each the
 *   directions, from 0 degrees clockwise. 28 x 28 pixels with the defaults have 6 x 6 blocks of 2 x 2 cells of 9
 *   directions, 1,296 features.
 * @throws {TransformError} `E_OPTION` - an option or a pixel outside its range; `E_SHAPE` - no pictures, or they have no
 *   whole block.
 * @throws the signal's reason, when aborted.
 * @remarks With the defaults for `signed`, `interpolation` and `epsilon` what scikit-image 0.19.3 computes, to 1e-6
 *   (test/golden/scikit-image.json); its own defaults for cells are 8 pixels and 3 cells per block. `signed` and
 *   `interpolation` are Dalal and Triggs's, which it does not have.
 * @see Dalal & Triggs 2005, "Histograms of oriented gradients for human detection"; skimage.feature.hog
 */
export async function hog(images: NdArray<Pixels>, options: HogOptions = {}): Promise<NdArray<Float32Array>> {
  requireOptions('hog', options);
  const { signal, onProgress, ...settings } = options;
  const describerFor = createDescribers(resolveOperationOptions('hog', HOG_RULES, settings));
  return describeImages(describerFor(images), { signal, onProgress });
}

/** The features of all images of a describer. */
export async function describeImages(
  { imageCount, featureCount, describe }: Describer,
  { signal, onProgress }: Pick<HogOptions, 'signal' | 'onProgress'>,
): Promise<NdArray<Float32Array>> {
  const data = new Float32Array(imageCount * featureCount);
  const checkpoint = createCheckpoint(signal);
  for (let image = 0; image < imageCount; image++) {
    if (image % BATCH === 0) {
      await checkpoint();
      reportProgress(onProgress, { stage: 'hog', completed: image, total: imageCount, unit: 'images' });
    }
    describe(image, data.subarray(image * featureCount, (image + 1) * featureCount));
  }
  reportProgress(onProgress, { stage: 'hog', completed: imageCount, total: imageCount, unit: 'images' });
  return { data, shape: [imageCount, featureCount] };
}
