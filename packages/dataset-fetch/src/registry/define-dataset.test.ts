import { describe, expect, it } from 'vitest';
import {
  type Change,
  changedDefinition as changed,
  validDefinition as valid,
} from '../../test/definition-document.ts';
import { defineDataset } from './define-dataset.ts';

const refusal = (message: RegExp | string) =>
  expect.objectContaining({
    name: 'DatasetFetchError',
    code: 'E_DEFINITION',
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
  });

describe('defineDataset', () => {
  it('gives a frozen copy of a valid definition', () => {
    const definition = defineDataset(valid);
    expect(definition).toEqual(valid);
    expect(definition).not.toBe(valid);
    const parts = [definition, definition.files, definition.files[2], definition.files[2]?.shape];
    const deeper = [definition.files[2]?.archive, definition.files[2]?.slice, definition.sources[1]];
    expect([...parts, ...deeper].every((part) => part !== undefined && Object.isFrozen(part))).toBe(true);
  });

  it('does not follow later changes of what it was given', () => {
    const document = { ...valid, files: [...valid.files], classNames: [...valid.classNames] };
    const definition = defineDataset(document);
    document.files.length = 0;
    document.classNames[0] = 'other';
    expect(definition).toEqual(valid);
  });

  it('leaves out what may be left out, and no more', () => {
    const optional = ['family', 'pixelOrder', 'firstLabel', 'labelColumn', 'files[0].byteLength'];
    const definition = defineDataset(changed(...optional.map((path): Change => [path, undefined])));
    expect(definition).not.toHaveProperty('family');
    const required = ['name', 'title', 'licence', 'citation', 'homepage', 'classNames', 'files', 'sources'];
    for (const path of required) {
      expect(() => defineDataset(changed([path, undefined]))).toThrow(refusal(/expected .*, got nothing$/));
    }
  });

  it('says where, what was expected and what was got', () => {
    expect(() => defineDataset(changed(['files[2].archive.sha256', 'ABC']))).toThrow(
      refusal('definition: files[2].archive.sha256: expected 64 lower-case hexadecimal digits, got "ABC"'),
    );
    expect(() => defineDataset([])).toThrow(refusal(/^definition: expected an object/));
  });

  it.each<{ what: string; change: readonly Change[]; message: RegExp }>([
    {
      what: 'an unknown key',
      change: [['licences', 'MIT']],
      message: /^definition: expected none but .*"licences"/,
    },
    {
      what: 'an unknown key of a file',
      change: [['files[1].shaape', []]],
      message: /files\[1\]: .*got "shaape"/,
    },
    { what: 'a number for a text', change: [['title', 5]], message: /title: expected one line .* got 5/ },
    { what: 'a text of two lines', change: [['citation', 'a\nb']], message: /citation: expected one line/ },
    { what: 'a script as homepage', change: [['homepage', 'javascript:alert(1)']], message: /homepage/ },
    { what: 'null', change: [['files[0].sha256', null]], message: /files\[0\]\.sha256: .* got null/ },
    {
      what: 'no classes',
      change: [['classNames', []]],
      message: /classNames: expected 1 to 256 items, got 0/,
    },
    { what: '257 classes', change: [['classNames', new Array(257).fill('x')]], message: /got 257/ },
    { what: 'a class twice', change: [['classNames[1]', 'a']], message: /classNames\[1\]: .* got "a"/ },
    { what: 'a class without a name', change: [['classNames[1]', '']], message: /classNames\[1\]/ },
    { what: 'no files', change: [['files', []]], message: /files: expected 2 to 4 items, got 0/ },
    {
      what: 'an unknown split',
      change: [['files[0].split', 'validation']],
      message: /"train", "test", got "valid/,
    },
    { what: 'upper-case digits', change: [['files[0].sha256', 'A'.repeat(64)]], message: /lower-case/ },
    {
      what: 'a short digest',
      change: [['files[1].packings[0].md5', 'b'.repeat(31)]],
      message: /32 lower-case/,
    },
    {
      what: 'a packing without a digest',
      change: [['files[1].packings[0].md5', undefined]],
      message: /neither/,
    },
    {
      what: 'an archive without a digest',
      change: [['files[2].archive.sha256', undefined]],
      message: /neither/,
    },
    {
      what: 'a file without proof',
      change: [['files[0].sha256', undefined]],
      message: /files\[0\]: .*verify/,
    },
    {
      what: 'pictures without a height',
      change: [['files[0].shape', [4, 6]]],
      message: /\[imageCount, height/,
    },
    { what: 'labels with three sizes', change: [['files[1].shape', [4, 1, 1]]], message: /\[labelCount\]/ },
    {
      what: 'half a picture',
      change: [['files[0].shape', [4, 2.5, 3]]],
      message: /shape\[1\]: .*whole number/,
    },
    {
      what: 'a size of 0',
      change: [['files[0].shape', [4, 0, 3]]],
      message: /shape\[1\]: .*from 1 .* got 0/,
    },
    {
      what: 'a size as a text',
      change: [['files[0].shape', [4, '2', 3]]],
      message: /shape\[1\]: .* got "2"/,
    },
    { what: 'a size of NaN', change: [['files[0].shape', [4, Number.NaN, 3]]], message: /got NaN/ },
    {
      what: 'more pixels than memory holds',
      change: [['files[0].shape', [2 ** 20, 2 ** 10, 2 ** 10]]],
      message: /product is at most/,
    },
    {
      what: 'a wrong byte length',
      change: [['files[0].byteLength', 41]],
      message: /expected 40 bytes .*, got 41/,
    },
    {
      what: 'other counts',
      change: [['files[1].shape', [5]]],
      message: /files\[1\]\.shape: expected 4 labels/,
    },
    {
      what: 'other counts after slicing',
      change: [['files[2].slice.end', 2]],
      message: /files\[3\]\.shape: .* 1 labels/,
    },
    { what: 'an empty slice', change: [['files[2].slice.end', 1]], message: /slice: .* got 1 to 1/ },
    {
      what: 'a slice beyond the end',
      change: [['files[2].slice.end', 4]],
      message: /part of 0 to 3, got 1 to 4/,
    },
    {
      what: 'a slice from before the start',
      change: [['files[2].slice.start', -1]],
      message: /slice\.start/,
    },
    {
      what: 'pictures without labels',
      change: [['files[1].split', 'test']],
      message: /none of labels/,
    },
    {
      what: 'labels in place of pictures',
      change: [
        ['files[0].content', 'labels'],
        ['files[0].shape', [4]],
        ['files[0].byteLength', 12],
      ],
      message: /files\[1\]: expected one file of labels for train/,
    },
    {
      what: 'a name twice, but for its case',
      change: [['files[1].name', 'Train-Images']],
      message: /files\[1\]\.name: .* got "Train-Images"/,
    },
    {
      what: 'a file called as its archive',
      change: [['files[0].name', 'ALL.zip']],
      message: /archive\.name/,
    },
    {
      what: 'two sizes of one archive',
      change: [['files[3].archive.byteLength', 999]],
      message: /files\[3\]\.archive\.byteLength: expected 1000, .* got 999/,
    },
    {
      what: 'two spellings of one archive',
      change: [['files[3].archive.name', 'All.zip']],
      message: /files\[3\]\.archive\.name: expected all\.zip/,
    },
    {
      what: 'a column that is not there',
      change: [['labelColumn', 1]],
      message: /labelColumn: .*files\[1\]/,
    },
    {
      what: 'an unknown source',
      change: [['sources[0].kind', 'ftp']],
      message: /sources\[0\]\.kind: .*"ftp"/,
    },
    { what: 'a source without a kind', change: [['sources[0].kind', undefined]], message: /kind: .*nothing/ },
    {
      what: "another source's key",
      change: [['sources[0].baseUrl', 'https://x/']],
      message: /sources\[0\]: /,
    },
    {
      what: 'an unknown suffix',
      change: [['sources[1].suffix', '.xz']],
      message: /suffix: expected one of "", "\.gz"/,
    },
    { what: 'a text for a flag', change: [['sources[1].crossOrigin', 'yes']], message: /true or false/ },
  ])('refuses $what', ({ change, message }) => {
    expect(() => defineDataset(changed(...change))).toThrow(refusal(message));
  });

  it.each([
    '',
    '.',
    '..',
    '.hidden',
    'a..b',
    'a.',
    '../a',
    'a/b',
    '/a',
    'a\\b',
    'C:a',
    'a b',
    'a\0',
    'ä',
    'a\n',
    'CON',
    'nul.txt',
    'com1',
    'x'.repeat(129),
  ])('refuses %j as the name of a dataset, a family, a file or an archive', (name) => {
    for (const path of ['name', 'family', 'files[0].name', 'files[2].archive.name']) {
      const place = `definition: ${path}: expected `;
      expect(() => defineDataset(changed([path, name]))).toThrow(
        expect.objectContaining({ code: 'E_DEFINITION', message: expect.stringContaining(place) as string }),
      );
    }
  });

  it.each(['', '/a', 'a/', '../a', 'a/../b', 'a//b', './a', 'a\\b', 'C:/a', 'a\0b'])(
    'refuses %j as the path of a member',
    (member) => {
      expect(() => defineDataset(changed(['files[2].archive.member', member]))).toThrow(
        refusal(/files\[2\]\.archive\.member/),
      );
    },
  );

  it.each([
    '',
    'example.org/',
    'https://example.org',
    'https://example.org/a',
    'ftp://example.org/',
    'file:///a/',

    'https://example.org/?a=/',
    'https://example.org/#/',
    'https://me@example.org/',
    'https://me:x@example.org/',
    'http://example.org/',
    'http://127.0.0.1.example.org/',
    'http://localhost.example.org/',
    'https://',
  ])('refuses %j as a base address', (baseUrl) => {
    expect(() => defineDataset(changed(['sources[1].baseUrl', baseUrl]))).toThrow(
      refusal(/sources\[1\]\.baseUrl/),
    );
  });

  it('takes plain http on this machine, or when it is allowed', () => {
    for (const baseUrl of ['http://localhost:8000/', 'http://127.0.0.1/', 'http://[::1]:80/a/']) {
      expect(() => defineDataset(changed(['sources[1].baseUrl', baseUrl]))).not.toThrow();
    }
    const allowed = changed(['sources[1].baseUrl', 'http://example.org/'], ['sources[1].allowHttp', true]);
    expect(() => defineDataset(allowed)).not.toThrow();
  });

  it.each([
    'tiny',
    'tiny@latest',
    'tiny@^1.0.0',
    '--global@1.0.0',
    'git+ssh://x@1.0.0',
    '../tiny@1.0.0',
    'a/b@1.0.0',
  ])('refuses %j as an npm package', (name) => {
    expect(() => defineDataset(changed(['sources[3].package', name]))).toThrow(
      refusal(/sources\[3\]\.package/),
    );
  });

  it.each(['-o=x', 'Tiny', 'a', 'tiny=1.0', './tiny.deb', 'tiny/stable'])(
    'refuses %j as a Debian package',
    (name) => {
      expect(() => defineDataset(changed(['sources[2].package', name]))).toThrow(
        refusal(/sources\[2\]\.package/),
      );
    },
  );
});
