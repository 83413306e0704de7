import { describe, expect, it } from 'vitest';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { largestPublishedSize, publishedNames, servedName } from './published-names.ts';

const plain: FileIdentity = { name: 't10k-labels-idx1-ubyte', split: 'test', content: 'labels', shape: [10] };
const npz: FileIdentity = { ...plain, name: 'labels.npz', format: 'npz' };
const archived: FileIdentity = {
  ...plain,
  archive: { name: 'all.zip', byteLength: 1000, member: 'labels.gz' },
};

describe('a file', () => {
  it('is published as a gzip file, unpacked, and as 7-zip unpacks it', () => {
    expect(publishedNames(plain)).toEqual([
      't10k-labels-idx1-ubyte.gz',
      't10k-labels-idx1-ubyte',
      't10k-labels.idx1-ubyte',
    ]);
  });

  it('is served as a gzip file, or plain where the source says so', () => {
    expect(servedName(plain)).toBe('t10k-labels-idx1-ubyte.gz');
    expect(servedName(plain, '')).toBe('t10k-labels-idx1-ubyte');
  });

  it('has no other name than its own where it is npz', () => {
    expect(publishedNames(npz)).toEqual(['labels.npz']);
    expect(servedName(npz)).toBe('labels.npz');
  });

  it('has the name of its archive where it is in one', () => {
    expect(publishedNames(archived)).toEqual(['all.zip']);
    expect(servedName(archived)).toBe('all.zip');
  });
});

describe('the largest size of a file', () => {
  it('is that of its archive', () => {
    expect(largestPublishedSize(archived)).toBe(1000);
  });

  it.each([
    { byteLength: 1, size: 1 + 5 + 1024 },
    { byteLength: 16_384, size: 16_384 + 5 + 1024 },
    { byteLength: 16_385, size: 16_385 + 10 + 1024 },
  ])('leaves room for 5 bytes per 16 KiB and for a long header: $byteLength', ({ byteLength, size }) => {
    expect(largestPublishedSize({ ...plain, byteLength })).toBe(size);
  });

  it('takes elements for 8 bytes wide where the length is not known, behind a header of at most 2 KiB', () => {
    expect(largestPublishedSize({ ...plain, shape: [10, 3] })).toBe(30 * 8 + 2048 + 5 + 1024);
  });
});
