import * as transforms from '@fashion-mnist/transforms';
import { expect, it } from 'vitest';

it('exports exactly the documented names', () => {
  expect(Object.keys(transforms).toSorted()).toEqual([
    'FASHION_MNIST_MOMENTS',
    'MNIST_MOMENTS',
    'PAPER_ERASING',
    'TORCHVISION_ERASING',
    'TransformError',
    'affine',
    'crop',
    'cutout',
    'flatten',
    'flip',
    'hog',
    'normalize',
    'pad',
    'pixelMoments',
    'randomAffine',
    'randomCrop',
    'randomErasing',
    'randomFlip',
    'randomRotation',
    'randomShift',
    'randomZoom',
    'rotate',
    'scale',
    'scaleToUnit',
    'shear',
    'shift',
    'standardScaler',
  ]);
});
