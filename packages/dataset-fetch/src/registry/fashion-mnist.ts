import type { DatasetDefinition } from './dataset-definition.ts';
import { mnistFiles } from './mnist-files.ts';

/** @see https://github.com/zalandoresearch/fashion-mnist */
export const fashionMnist: DatasetDefinition = {
  name: 'fashion-mnist',
  title: 'Fashion-MNIST',
  licence: 'MIT',
  homepage: 'https://github.com/zalandoresearch/fashion-mnist',
  classNames: [
    'T-shirt/top',
    'Trouser',
    'Pullover',
    'Dress',
    'Coat',
    'Sandal',
    'Shirt',
    'Sneaker',
    'Bag',
    'Ankle boot',
  ],
  files: mnistFiles({
    trainImages: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
    trainLabels: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
    testImages: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
    testLabels: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
  }),
  sources: [
    { kind: 'folder', path: '/usr/share/datasets/fashion-mnist' },
    { kind: 'https', baseUrl: 'https://storage.googleapis.com/tensorflow/tf-keras-datasets/' },
    { kind: 'https', baseUrl: 'https://fashion-mnist.s3.eu-central-1.amazonaws.com/' },
    {
      kind: 'https',
      baseUrl:
        'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/',
    },
    { kind: 'debian', package: 'dataset-fashion-mnist', folder: 'usr/share/datasets/fashion-mnist' },
  ],
};
