import type { ImageMeasurements } from '@fashion-mnist/transforms';

/** What `measureImages` says of all 70,000 images of Fashion-MNIST; the test on the real data computes it again. */
export const FASHION_MNIST_MEASUREMENTS: ImageMeasurements = {
  imageCount: 70_000,
  emptyShare: 0,
  fullEdgeShare: 0.983043,
  oneLessEdgeShare: 0.016629,
  cornerZeroShare: 0.999786,
  zeroShare: 0.501743,
  pixel255Share: 0.008052,
  centredShare: 0.480882,
  oddAtTopLeftShare: 0.504695,
  aspectQuantiles: [0.321429, 0.678571, 0.785714, 1.333333, 3.111111],
};
