import * as transforms from '@fashion-mnist/transforms';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(transforms).toSorted()).toEqual([
    'FASHION_MNIST_MOMENTS',
    'MNIST_MOMENTS',
    'TransformError',
    'brightness',
    'contrast',
    'cutmix',
    'flatten',
    'gaussianNoise',
    'hog',
    'minMaxScaler',
    'minMaxScalerFrom',
    'mixup',
    'normalize',
    'oneHot',
    'pixelMoments',
    'randomBrightness',
    'randomContrast',
    'scaleToUnit',
    'standardScaler',
    'standardScalerFrom',
  ]);
});
