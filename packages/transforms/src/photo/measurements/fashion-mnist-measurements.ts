import type { ImageMeasurements } from './measure-images.ts';

/**
 * What `measureImages` says of all 70,000 images of Fashion-MNIST, training and test together, in the files of Debian's
 * package dataset-fashion-mnist; the test beside it measures them again. Ratios of pixels are exact, shares rounded to
 * six digits.
 */
export const FASHION_MNIST_MEASUREMENTS: ImageMeasurements = Object.freeze<ImageMeasurements>({
  imageCount: 70_000,
  emptyShare: 0,
  fullEdgeShare: 0.983043,
  oneLessEdgeShare: 0.016629,
  cornerZeroShare: 0.999786,
  zeroShare: 0.501743,
  pixel255Share: 0.008052,
  centredShare: 0.487154,
  oddAtTopLeftShare: 0.508662,
  aspectQuantiles: [9 / 28, 19 / 28, 22 / 28, 28 / 21, 28 / 9],
  aspectRange: [8 / 28, 28 / 6],
  zeroShareRange: [99 / 784, 682 / 784],
  fullShareRange: [0, 81 / 784],
  contentMeanRange: [29.787342, 218.984127],
});
