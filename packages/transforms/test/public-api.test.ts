import * as transforms from '@fashion-mnist/transforms';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(transforms).toSorted()).toEqual([
    'FASHION_MNIST_MOMENTS',
    'MNIST_MOMENTS',
    'TransformError',
    'flatten',
    'hog',
    'normalize',
    'pixelMoments',
    'scaleToUnit',
    'standardScaler',
  ]);
});
