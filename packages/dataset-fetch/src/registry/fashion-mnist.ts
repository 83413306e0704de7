import type { DatasetDefinition } from './dataset-definition.ts';
import { mnistFiles } from './mnist-files.ts';

const COMMIT = 'b2617bb6d3ffa2e429640350f613e3291e10b141';

/**
 * Unverified on the real network: that the hosts answer, and which of them allow other origins. Contents and both
 * packings are measured.
 *
 * @see https://github.com/zalandoresearch/fashion-mnist
 */
export const fashionMnist: DatasetDefinition = {
  name: 'fashion-mnist',
  title: 'Fashion-MNIST',
  licence: 'MIT',
  citation:
    'Han Xiao, Kashif Rasul, Roland Vollgraf (2017): Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms. arXiv:1708.07747',
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
    trainImages: {
      sha256: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
      packings: [
        {
          publisher: 'zalandoresearch',
          byteLength: 26_421_880,
          md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d',
          sha256: '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84',
        },
        {
          publisher: 'Debian',
          byteLength: 26_421_856,
          md5: 'cf8536b0aa1a6ac5fa3f23001093305c',
          sha256: 'b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7',
        },
      ],
    },
    trainLabels: {
      sha256: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
      packings: [
        {
          publisher: 'zalandoresearch',
          byteLength: 29_515,
          md5: '25c81989df183df01b3e8a0aad5dffbe',
          sha256: 'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845',
        },
        {
          publisher: 'Debian',
          byteLength: 29_491,
          md5: '10bea18fdb374794d4bb42e356e600c9',
          sha256: '0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056',
        },
      ],
    },
    testImages: {
      sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
      packings: [
        {
          publisher: 'zalandoresearch',
          byteLength: 4_422_102,
          md5: 'bef4ecab320f06d8554ea6380940ec79',
          sha256: '346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073',
        },
        {
          publisher: 'Debian',
          byteLength: 4_422_079,
          md5: 'f78720b4224f21cce2f2ccf2d7a94c9a',
          sha256: 'cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa',
        },
      ],
    },
    testLabels: {
      sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
      packings: [
        {
          publisher: 'zalandoresearch',
          byteLength: 5_148,
          md5: 'bb300cfdad3c16e7a12a480ee83cd310',
          sha256: '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5',
        },
        {
          publisher: 'Debian',
          byteLength: 5_125,
          md5: '0d30e22e447f3c33dab9ed536400ac01',
          sha256: '8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05',
        },
      ],
    },
  }),
  sources: [
    { kind: 'folder', path: '/usr/share/datasets/fashion-mnist' },
    { kind: 'https', baseUrl: 'https://storage.googleapis.com/tensorflow/tf-keras-datasets/' },
    { kind: 'https', baseUrl: 'https://fashion-mnist.s3.eu-central-1.amazonaws.com/' },
    {
      kind: 'https',
      baseUrl: `https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/${COMMIT}/data/fashion/`,
      crossOrigin: true,
    },
    // The three small files only: jsDelivr answers 403 for files of GitHub beyond 20 MB.
    {
      kind: 'https',
      baseUrl: `https://cdn.jsdelivr.net/gh/zalandoresearch/fashion-mnist@${COMMIT}/data/fashion/`,
      crossOrigin: true,
    },
    { kind: 'debian', package: 'dataset-fashion-mnist', folder: 'usr/share/datasets/fashion-mnist' },
    // MXNet packed the files anew: other gzip bytes, accepted by the hash of their content only.
    {
      kind: 'https',
      baseUrl: 'https://apache-mxnet.s3-accelerate.dualstack.amazonaws.com/gluon/dataset/fashion-mnist/',
    },
  ],
};
