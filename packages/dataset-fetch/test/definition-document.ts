import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';

const SHA256 = 'a'.repeat(64);
const MD5 = 'b'.repeat(32);

/** What a user would write, as it comes out of JSON. */
export const validDefinition: DatasetDefinition = {
  name: 'tiny',
  title: 'Tiny',
  licence: 'MIT',
  citation: '',
  homepage: 'https://example.org/tiny',
  classNames: ['a', 'b'],
  files: [
    {
      name: 'train-images',
      split: 'train',
      content: 'images',
      sha256: SHA256,
      shape: [4, 2, 3],
      byteLength: 40,
    },
    {
      name: 'train-labels',
      split: 'train',
      content: 'labels',
      shape: [4],
      packings: [{ publisher: 'me', md5: MD5 }],
    },
    {
      name: 'test-images',
      split: 'test',
      content: 'images',
      shape: [3, 2, 3],
      slice: { start: 1, end: 3 },
      archive: { name: 'all.zip', byteLength: 1000, sha256: SHA256, member: 'test/images.gz' },
    },
    {
      name: 'test-labels',
      split: 'test',
      content: 'labels',
      shape: [2, 8],
      byteLength: 76,
      archive: { name: 'all.zip', byteLength: 1000, sha256: SHA256, member: 'test/labels.gz' },
    },
  ],
  sources: [
    { kind: 'folder', path: '/data/tiny' },
    { kind: 'https', baseUrl: 'https://example.org/tiny/', crossOrigin: true, suffix: '' },
    { kind: 'debian', package: 'dataset-tiny', folder: 'usr/share/tiny' },
    { kind: 'npm', package: '@me/tiny@1.2.3', folder: '' },
  ],
  family: 'small',
  pixelOrder: 'column-major',
  firstLabel: 1,
  labelColumn: 0,
};

export type Change = readonly [path: string, value: unknown];

/** The valid document with one place changed; `undefined` removes it. */
export function changedDefinition(...changes: readonly Change[]): unknown {
  const document: unknown = structuredClone(validDefinition);
  for (const [path, value] of changes) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    const owner = keys.reduce((node, key) => node[key] as Node, document as Node);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return document;
}

interface Node {
  [key: string]: unknown;
}
