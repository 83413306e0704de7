import { describe, expect, it } from 'vitest';
import { type Change, changedDefinition as changed } from '../../../test/definition-document.ts';
import { refusal } from '../../../test/definition-refusal.ts';
import { defineDataset } from '../define-dataset.ts';

describe('the file of a dataset', () => {
  it.each<{ what: string; change: readonly Change[]; says: string }>([
    {
      what: 'an unknown key of a file',
      change: [['files[1].shaape', []]],
      says: 'files[1]: expected none but the keys name, split, content, format, sha256, byteLength, shape, packings, archive, slice, got "shaape"',
    },
    {
      what: 'null',
      change: [['files[0].sha256', null]],
      says: 'files[0].sha256: expected 64 lower-case hexadecimal digits, got null',
    },
    { what: 'no files', change: [['files', []]], says: 'files: expected 2 to 4 items, got 0' },
    {
      what: 'an unknown split',
      change: [['files[0].split', 'validation']],
      says: 'files[0].split: expected one of "train", "test", got "validation"',
    },
    {
      what: 'upper-case digits',
      change: [['files[0].sha256', 'A'.repeat(64)]],
      says: 'files[0].sha256: expected 64 lower-case hexadecimal digits, got "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…"',
    },
    {
      what: 'a short digest',
      change: [['files[1].packings[0].md5', 'b'.repeat(31)]],
      says: 'files[1].packings[0].md5: expected 32 lower-case hexadecimal digits, got "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"',
    },
    {
      what: 'a packing without a digest',
      change: [['files[1].packings[0].md5', undefined]],
      says: 'files[1].packings[0]: expected a sha256 or an md5, got neither',
    },
    {
      what: 'an archive without a digest',
      change: [['files[2].archive.sha256', undefined]],
      says: 'files[2].archive: expected a sha256 or an md5, got neither',
    },
    {
      what: 'a file without proof',
      change: [['files[0].sha256', undefined]],
      says: 'files[0]: expected a sha256, packings or an archive, to verify the file by, got none of them',
    },
    {
      what: 'pictures without a height',
      change: [['files[0].shape', [4, 6]]],
      says: 'files[0].shape: expected [imageCount, height, width], got [4, 6]',
    },
    {
      what: 'labels with three sizes',
      change: [['files[1].shape', [4, 1, 1]]],
      says: 'files[1].shape: expected [labelCount] or [labelCount, columnCount], got [4, 1, 1]',
    },
    {
      what: 'half a picture',
      change: [['files[0].shape', [4, 2.5, 3]]],
      says: 'files[0].shape[1]: expected a whole number from 1 to 2147483647, got 2.5',
    },
    {
      what: 'a size of 0',
      change: [['files[0].shape', [4, 0, 3]]],
      says: 'files[0].shape[1]: expected a whole number from 1 to 2147483647, got 0',
    },
    {
      what: 'a size as a text',
      change: [['files[0].shape', [4, '2', 3]]],
      says: 'files[0].shape[1]: expected a whole number from 1 to 2147483647, got "2"',
    },
    {
      what: 'a size of NaN',
      change: [['files[0].shape', [4, Number.NaN, 3]]],
      says: 'files[0].shape[1]: expected a whole number from 1 to 2147483647, got NaN',
    },
    {
      what: 'more pixels than memory holds',
      change: [['files[0].shape', [2 ** 20, 2 ** 10, 2 ** 10]]],
      says: 'files[0].shape: expected sizes whose product is at most 2147483648, got [1048576, 1024, 1024]',
    },
    {
      what: 'a wrong byte length',
      change: [['files[0].byteLength', 41]],
      says: 'files[0].byteLength: expected 40 bytes for an IDX file of shape [4, 2, 3], got 41',
    },
    {
      what: 'other counts',
      change: [['files[1].shape', [5]]],
      says: 'files[1].shape: expected 4 labels, as many as the images of train, got 5',
    },
    {
      what: 'other counts after slicing',
      change: [['files[2].slice.end', 2]],
      says: 'files[3].shape: expected 1 labels, as many as the images of test, got 2',
    },
    {
      what: 'an empty slice',
      change: [['files[2].slice.end', 1]],
      says: 'files[2].slice: expected a part of 0 to 3, got 1 to 1',
    },
    {
      what: 'a slice beyond the end',
      change: [['files[2].slice.end', 4]],
      says: 'files[2].slice: expected a part of 0 to 3, got 1 to 4',
    },
    {
      what: 'a slice from before the start',
      change: [['files[2].slice.start', -1]],
      says: 'files[2].slice.start: expected a whole number from 0 to 2147483647, got -1',
    },
    {
      what: 'pictures without labels',
      change: [['files[1].split', 'test']],
      says: 'files: expected a file of images and one of labels for train, got none of labels',
    },
    {
      what: 'labels in place of pictures',
      change: [
        ['files[0].content', 'labels'],
        ['files[0].shape', [4]],
        ['files[0].byteLength', 12],
      ],
      says: 'files[1]: expected one file of labels for train, got a second one',
    },
    {
      what: 'a name twice, but for its case',
      change: [['files[1].name', 'Train-Images']],
      says: 'files[1].name: expected a name of its own, got "Train-Images"',
    },
    {
      what: 'a file called as its archive',
      change: [['files[0].name', 'ALL.zip']],
      says: 'files[2].archive.name: expected another name than the files have, got "all.zip"',
    },
    {
      what: 'two sizes of one archive',
      change: [['files[3].archive.byteLength', 999]],
      says: 'files[3].archive.byteLength: expected 1000, as said of this archive before, got 999',
    },
    {
      what: 'two spellings of one archive',
      change: [['files[3].archive.name', 'All.zip']],
      says: 'files[3].archive.name: expected all.zip, as said of this archive before, got All.zip',
    },
    {
      what: 'labels alone',
      change: [['files[0].split', 'test']],
      says: 'files: expected a file of images and one of labels for train, got none of images',
    },
    {
      what: 'pictures twice',
      change: [
        ['files[1].content', 'images'],
        ['files[1].shape', [4, 1, 1]],
      ],
      says: 'files[1]: expected one file of images for train, got a second one',
    },
    {
      what: 'a digest of one archive that another file does not know',
      change: [['files[3].archive.md5', 'b'.repeat(32)]],
      says: `files[3].archive.md5: expected none, as said of this archive before, got ${'b'.repeat(32)}`,
    },
    {
      what: 'a digest of one archive that another file does not say',
      change: [['files[2].archive.md5', 'b'.repeat(32)]],
      says: `files[3].archive.md5: expected ${'b'.repeat(32)}, as said of this archive before, got none`,
    },
    {
      what: 'labels of no width',
      change: [['files[1].byteLength', 13]],
      says: 'files[1].byteLength: expected 12 or 16 or 24 or 40 bytes for an IDX file of shape [4], got 13',
    },
    {
      what: 'a list for an object',
      change: [['files[0]', []]],
      says: 'files[0]: expected an object, got an object or a list',
    },
    {
      what: 'a member beside an archive',
      change: [['files[2].archive.member', '../x']],
      says: 'files[2].archive.member: expected a relative path with "/" between its parts and without "..", got "../x"',
    },
    {
      what: 'a hidden file',
      change: [['files[0].name', '.x']],
      says: 'files[0].name: expected a name of letters, digits, ".", "_" and "-" that does not begin or end with a dot, got ".x"',
    },
  ])('is refused for $what', ({ change, says }) => {
    expect(() => defineDataset(changed(...change))).toThrow(refusal(`definition: ${says}`));
  });

  it.each<{ what: string; change: readonly Change[] }>([
    { what: 'labels of eight bytes', change: [['files[1].byteLength', 40]] },
    {
      what: 'an npz file of any size',
      change: [
        ['files[0].format', 'npz'],
        ['files[0].byteLength', 5],
      ],
    },
    {
      what: 'as many pixels as memory holds',
      change: [
        ['files[0].shape', [2 ** 11, 2 ** 10, 2 ** 10]],
        ['files[0].byteLength', undefined],
        ['files[1].shape', [2 ** 11]],
      ],
    },
    {
      what: 'a slice from the start to the end',
      change: [
        ['files[2].slice', { start: 0, end: 3 }],
        ['files[3].shape', [3, 8]],
        ['files[3].byteLength', undefined],
      ],
    },
    {
      what: 'labels that are sliced',
      change: [
        ['files[3].shape', [5, 8]],
        ['files[3].byteLength', undefined],
        ['files[3].slice', { start: 3, end: 5 }],
      ],
    },
  ])('may be or have $what', ({ change }) => {
    const document = changed(...change);
    expect(defineDataset(document)).toEqual(document);
  });
});
