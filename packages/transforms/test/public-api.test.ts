import * as transforms from '@fashion-mnist/transforms';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(transforms).toSorted()).toEqual([
    'CONVERT_PHOTO_RULES',
    'FASHION_MNIST_MEASUREMENTS',
    'FASHION_MNIST_MOMENTS',
    'MNIST_MOMENTS',
    'TransformError',
    'convertPhoto',
    'describeImage',
    'flatten',
    'hog',
    'imageWarnings',
    'measureImages',
    'normalize',
    'pixelMoments',
    'scaleToUnit',
    'standardScaler',
  ]);
});
