import * as transforms from '@fashion-mnist/transforms';
import * as batches from '@fashion-mnist/transforms/batches';
import { expect, it } from 'vitest';

it('exports these values, and no others', () => {
  expect(Object.keys(transforms).toSorted()).toEqual([
    'CONVERT_PHOTO_RULES',
    'FASHION_MNIST_MEASUREMENTS',
    'FASHION_MNIST_MOMENTS',
    'IMAGE_SIDE',
    'MNIST_MOMENTS',
    'PAPER_ERASING',
    'TORCHVISION_ERASING',
    'TransformError',
    'affine',
    'brightness',
    'compose',
    'contrast',
    'convertPhoto',
    'crop',
    'cutmix',
    'cutout',
    'describeImage',
    'flatten',
    'flip',
    'gaussianNoise',
    'hog',
    'imageWarnings',
    'measureImages',
    'minMaxScaler',
    'minMaxScalerFrom',
    'mixup',
    'normalize',
    'oneHot',
    'pad',
    'parsePipeline',
    'pixelMoments',
    'randomAffine',
    'randomBrightness',
    'randomContrast',
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
    'standardScalerFrom',
  ]);
});

it('exports from /batches these values, and no others', () => {
  expect(Object.keys(batches).toSorted()).toEqual(['createBatchSource', 'serveBatches']);
});
