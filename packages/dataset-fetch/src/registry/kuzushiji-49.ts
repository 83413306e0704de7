import type { DatasetDefinition, FileIdentity } from './dataset-definition.ts';
import { KUZUSHIJI_CITATION } from './kuzushiji-citation.ts';

const TRAIN_COUNT = 232_365;
const TEST_COUNT = 38_547;
const SIDE = 28;
/** In Latin letters, as KMNIST's, so that they read in any terminal. */
const HIRAGANA = `
  a  i   u   e  o
  ka ki  ku  ke ko
  sa shi su  se so
  ta chi tsu te to
  na ni  nu  ne no
  ha hi  fu  he ho
  ma mi  mu  me mo
  ya     yu     yo
  ra ri  ru  re ro
  wa wi      we wo
  n`
  .trim()
  .split(/\s+/);

/**
 * Unverified on the real network: digests (from a single community repository) and that the host answers.
 *
 * @see https://github.com/rois-codh/kmnist
 */
export const kuzushiji49: DatasetDefinition = {
  name: 'kuzushiji-49',
  title: 'Kuzushiji-49',
  licence: 'CC BY-SA 4.0',
  citation: KUZUSHIJI_CITATION,
  homepage: 'https://github.com/rois-codh/kmnist',
  classNames: [...HIRAGANA, 'iteration mark'],
  files: [
    npzFile('train', 'images', [TRAIN_COUNT, SIDE, SIDE], '7ac088b20481cf51dcd01ceaab89d821'),
    npzFile('train', 'labels', [TRAIN_COUNT], '44a8e1b893f81e63ff38d73cad420f7a'),
    npzFile('test', 'images', [TEST_COUNT, SIDE, SIDE], 'd352e201d846ce6b94f42c990966f374'),
    npzFile('test', 'labels', [TEST_COUNT], '4da6f7a62e67a832d5eb1bd85c5ee448'),
  ],
  sources: [{ kind: 'https', baseUrl: 'https://codh.rois.ac.jp/kmnist/dataset/k49/' }],
};

function npzFile(
  split: FileIdentity['split'],
  content: FileIdentity['content'],
  shape: readonly number[],
  md5: string,
): FileIdentity {
  const name = `k49-${split}-${content === 'images' ? 'imgs' : 'labels'}.npz`;
  return { name, split, content, format: 'npz', shape, packings: [{ publisher: 'CODH', md5 }] };
}
