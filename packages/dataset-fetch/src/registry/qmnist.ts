import type { DatasetDefinition, DatasetSource, FileIdentity } from './dataset-definition.ts';
import { DIGIT_NAMES } from './digit-names.ts';
import { idxByteLength } from './idx-byte-length.ts';

type Slice = NonNullable<FileIdentity['slice']>;

const COMMIT = 'bcadbbf36468806d8446c128d3236dcc9e60fcc2';
const COUNT = 60_000;
const SIDE = 28;
const LABEL_COLUMNS = 8;
const INT32_BYTES = 4;

const TRAIN = [
  imagesFile('train', {
    md5: 'ed72d4157d28c017586c42bc6afe6370',
    sha256: '9e26a7bf1683614e065d7b76460ccd52807165b3f22561fb782bd9f38c52b51d',
  }),
  labelsFile('train', {
    md5: '0058f8dd561b90ffdd0f734c6a30e5e4',
    sha256: '2c05dc77f6b916b38e455e97ab129a42a444f3dbef09b278a366f82904e0dd9f',
  }),
];
const TEST = [
  imagesFile('test', {
    md5: '1394631089c404de565df7b7aeaf9412',
    sha256: '43fc22bf7498b8fc98de98369d72f752d0deabc280a43a7bcc364ab19e57b375',
  }),
  labelsFile('test', {
    md5: '5b5b05890a5e13444e108efe57b788aa',
    sha256: '9fbcbe594c3766fdf4f0b15c5165dc0d1e57ac604e01422608bb72c906030d06',
  }),
];
const SOURCES: readonly DatasetSource[] = [
  {
    kind: 'https',
    baseUrl: `https://raw.githubusercontent.com/facebookresearch/qmnist/${COMMIT}/`,
    crossOrigin: true,
  },
  {
    kind: 'https',
    baseUrl: `https://cdn.jsdelivr.net/gh/facebookresearch/qmnist@${COMMIT}/`,
    crossOrigin: true,
  },
  // The address that torchvision uses: not pinned, but verified like any other.
  {
    kind: 'https',
    baseUrl: 'https://raw.githubusercontent.com/facebookresearch/qmnist/master/',
    crossOrigin: true,
  },
];

/**
 * QMNIST, whose 60,000 test digits are the reconstruction of MNIST's 10,000 followed by the 50,000 that were lost, and
 * the same with one of the two parts as test set. Of the labels' eight columns the first is the class.
 *
 * Unverified on the real network: digests (from torchvision), the commit, and that the hosts answer.
 *
 * @see https://github.com/facebookresearch/qmnist
 */
export const qmnist: readonly DatasetDefinition[] = [
  defineVariant('qmnist', 'QMNIST'),
  defineVariant('qmnist-test10k', 'QMNIST, first 10,000 test digits', { start: 0, end: 10_000 }),
  defineVariant('qmnist-test50k', 'QMNIST, last 50,000 test digits', { start: 10_000, end: COUNT }),
];

function defineVariant(name: string, title: string, slice?: Slice): DatasetDefinition {
  return {
    name,
    title,
    licence: 'BSD-3-Clause',
    citation:
      'Chhavi Yadav, Léon Bottou (2019): Cold Case: The Lost MNIST Digits. Advances in Neural Information Processing Systems 32. arXiv:1905.10498',
    homepage: 'https://github.com/facebookresearch/qmnist',
    family: 'qmnist',
    classNames: DIGIT_NAMES,
    labelColumn: 0,
    files: [...TRAIN, ...TEST.map((file) => (slice === undefined ? file : { ...file, slice }))],
    sources: SOURCES,
  };
}

function imagesFile(
  split: FileIdentity['split'],
  digests: { readonly md5: string; readonly sha256: string },
): FileIdentity {
  return {
    name: `qmnist-${split}-images-idx3-ubyte`,
    split,
    content: 'images',
    shape: [COUNT, SIDE, SIDE],
    byteLength: idxByteLength([COUNT, SIDE, SIDE]),
    packings: [{ publisher: 'facebookresearch', ...digests }],
  };
}

function labelsFile(
  split: FileIdentity['split'],
  digests: { readonly md5: string; readonly sha256: string },
): FileIdentity {
  return {
    name: `qmnist-${split}-labels-idx2-int`,
    split,
    content: 'labels',
    shape: [COUNT, LABEL_COLUMNS],
    byteLength: idxByteLength([COUNT, LABEL_COLUMNS], INT32_BYTES),
    packings: [{ publisher: 'facebookresearch', ...digests }],
  };
}
