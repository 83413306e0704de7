import type { NdArray } from '@fashion-mnist/core';
import { type Classifier, makePipeline, Pca, StandardScaler } from '@fashion-mnist/models';
import { type HogOptions, hog } from '@fashion-mnist/transforms';

/** What is done to pictures before a classifier sees them. */
export interface Preprocessing {
  /** Whether they are described by histograms of oriented gradients. */
  readonly hog: boolean;
  /** Whether each feature is standardised. */
  readonly scale: boolean;
  /** Principal components to keep. */
  readonly pca: number | null;
}

/**
 * Cells of 4 pixels, signed directions that share votes: the leaderboard's row "HOG + SVM". Blocks that hardly change stay
 * small: the epsilon is a hundredth of the range of a pixel.
 */
const HOG: HogOptions = Object.freeze({ signed: true, interpolation: 'linear', epsilon: 0.01 * 255 });

/** The part of the preprocessing that learns nothing, and so is no part of the saved model. */
export async function featuresOf(
  images: NdArray<Uint8Array>,
  preprocessing: Pick<Preprocessing, 'hog'>,
  run: Pick<HogOptions, 'signal' | 'onProgress'>,
): Promise<NdArray<Uint8Array | Float32Array>> {
  return preprocessing.hog ? hog(images, { ...HOG, ...run }) : images;
}

/** A classifier behind the part of the preprocessing that learns. */
export function withPreprocessing(
  { scale, pca }: Preprocessing,
  classifier: Classifier,
): Pick<Classifier, 'fit'> {
  const steps = [
    ...(scale ? [new StandardScaler()] : []),
    ...(pca === null ? [] : [new Pca({ nComponents: pca })]),
  ];
  return steps.length === 0 ? classifier : makePipeline(...steps, classifier);
}

/** In a few words, for a summary. */
export function describePreprocessing({ hog: isHog, scale, pca }: Preprocessing): string {
  const parts = [
    isHog ? 'histograms of gradients' : 'pixels',
    ...(scale ? ['standardised'] : []),
    ...(pca === null ? [] : [`${pca} principal components`]),
  ];
  return parts.join(', ');
}
