import type { DatasetDefinition, FileIdentity } from './dataset-definition.ts';
import { DIGIT_NAMES } from './digit-names.ts';
import { idxByteLength } from './idx-byte-length.ts';

interface EmnistFacts {
  /** As NIST's file names have it. */
  readonly variant: string;
  readonly title: string;
  readonly trainCount: number;
  readonly testCount: number;
  readonly classNames: readonly string[];
  readonly firstLabel?: number;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const LOWER = 'abcdefghijklmnopqrstuvwxyz'.split('');
/** Where both cases look alike, the lower-case letter is counted as the upper-case one. */
const MERGED: readonly string[] = [...DIGIT_NAMES, ...UPPER, ...'abdefghnqrt'.split('')];
const SIDE = 28;

const ARCHIVE = {
  name: 'gzip.zip',
  byteLength: 561_753_746,
  md5: '58c8d27c78d21e728a6bc7b3cc06412e',
  sha256: 'fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e',
};

/**
 * The six datasets of EMNIST, all in one archive. Its pictures are stored column by column.
 *
 * Unverified on the real network: digests (from torchvision and TensorFlow Datasets), member names, counts, and that
 * the host answers. NIST states no licence.
 *
 * @see https://www.nist.gov/itl/products-and-services/emnist-dataset
 */
export const emnist: readonly DatasetDefinition[] = [
  defineVariant({
    variant: 'balanced',
    title: 'Balanced',
    trainCount: 112_800,
    testCount: 18_800,
    classNames: MERGED,
  }),
  defineVariant({
    variant: 'byclass',
    title: 'ByClass',
    trainCount: 697_932,
    testCount: 116_323,
    classNames: [...DIGIT_NAMES, ...UPPER, ...LOWER],
  }),
  defineVariant({
    variant: 'bymerge',
    title: 'ByMerge',
    trainCount: 697_932,
    testCount: 116_323,
    classNames: MERGED,
  }),
  defineVariant({
    variant: 'letters',
    title: 'Letters',
    trainCount: 124_800,
    testCount: 20_800,
    classNames: UPPER,
    firstLabel: 1,
  }),
  defineVariant({
    variant: 'digits',
    title: 'Digits',
    trainCount: 240_000,
    testCount: 40_000,
    classNames: DIGIT_NAMES,
  }),
  defineVariant({
    variant: 'mnist',
    title: 'MNIST',
    trainCount: 60_000,
    testCount: 10_000,
    classNames: DIGIT_NAMES,
  }),
];

function defineVariant({ variant, title, trainCount, testCount, ...labels }: EmnistFacts): DatasetDefinition {
  return {
    name: `emnist-${variant}`,
    title: `EMNIST ${title}`,
    licence: 'none stated (derived from NIST Special Database 19)',
    citation:
      'Gregory Cohen, Saeed Afshar, Jonathan Tapson, André van Schaik (2017): EMNIST: an extension of MNIST to handwritten letters. arXiv:1702.05373',
    homepage: 'https://www.nist.gov/itl/products-and-services/emnist-dataset',
    family: 'emnist',
    pixelOrder: 'column-major',
    ...labels,
    files: [
      memberFile(variant, 'train', 'images', [trainCount, SIDE, SIDE]),
      memberFile(variant, 'train', 'labels', [trainCount]),
      memberFile(variant, 'test', 'images', [testCount, SIDE, SIDE]),
      memberFile(variant, 'test', 'labels', [testCount]),
    ],
    // The address at itl.nist.gov, which older tools use, answers with a page in place of the archive.
    sources: [{ kind: 'https', baseUrl: 'https://biometrics.nist.gov/cs_links/EMNIST/' }],
  };
}

function memberFile(
  variant: string,
  split: FileIdentity['split'],
  content: FileIdentity['content'],
  shape: readonly number[],
): FileIdentity {
  const name = `emnist-${variant}-${split}-${content}-idx${shape.length}-ubyte`;
  const archive = { ...ARCHIVE, member: `gzip/${name}.gz` };
  return { name, split, content, shape, byteLength: idxByteLength(shape), archive };
}
