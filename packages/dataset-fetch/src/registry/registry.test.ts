import { describe, expect, it } from 'vitest';
import { defineDataset } from './define-dataset.ts';
import { describeDataset, findFileByHash, findPackingByHash, listDatasets } from './registry.ts';

const definitions = listDatasets().map(describeDataset);

describe('the registry', () => {
  it('knows six families, and refuses other names with the list', () => {
    expect(new Set(definitions.map(({ name, family }) => family ?? name))).toEqual(
      new Set(['fashion-mnist', 'mnist', 'kmnist', 'kuzushiji-49', 'emnist', 'qmnist']),
    );
    expect(() => describeDataset('fashion')).toThrow(
      expect.objectContaining({
        code: 'E_UNKNOWN_DATASET',
        message: `expected one of ${listDatasets().join(', ')}, got 'fashion'`,
      }),
    );
  });

  it.each(definitions)('holds $name to the rules for definitions of users', (definition) => {
    expect(defineDataset(definition)).toEqual(definition);
    expect(defineDataset(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
  });

  it('gives both splits of every dataset, its licence and the work to cite', () => {
    for (const { files, licence, citation } of definitions) {
      expect(files.map(({ split, content }) => `${split} ${content}`)).toEqual([
        'train images',
        'train labels',
        'test images',
        'test labels',
      ]);
      expect(licence).not.toBe('');
      expect(citation).toMatch(/\((19|20)\d\d\): /);
    }
  });

  it.each([
    ['fashion-mnist', 10, 60_000, 10_000],
    ['mnist', 10, 60_000, 10_000],
    ['kmnist', 10, 60_000, 10_000],
    ['kuzushiji-49', 49, 232_365, 38_547],
    ['emnist-balanced', 47, 112_800, 18_800],
    ['emnist-byclass', 62, 697_932, 116_323],
    ['emnist-bymerge', 47, 697_932, 116_323],
    ['emnist-letters', 26, 124_800, 20_800],
    ['emnist-digits', 10, 240_000, 40_000],
    ['emnist-mnist', 10, 60_000, 10_000],
    ['qmnist', 10, 60_000, 60_000],
    ['qmnist-test10k', 10, 60_000, 10_000],
    ['qmnist-test50k', 10, 60_000, 50_000],
  ])(
    'gives %s %i classes, %i training images and %i test images of 28 x 28',
    (name, classCount, ...counts) => {
      const { classNames, files } = describeDataset(name);
      expect(classNames).toHaveLength(classCount);
      const images = files.filter(({ content }) => content === 'images');
      expect(images.map(({ shape, slice }) => (slice ? slice.end - slice.start : shape[0]))).toEqual(counts);
      expect(images.map(({ shape }) => shape.slice(1))).toEqual([
        [28, 28],
        [28, 28],
      ]);
    },
  );

  it('names EMNIST classes as its label numbers go', () => {
    const { classNames } = describeDataset('emnist-balanced');
    // 10 digits and 26 capitals come first; "c" looks like "C" and has no class of its own.
    expect([classNames[0], classNames[10], classNames[35]]).toEqual(['0', 'A', 'Z']);
    expect(classNames.slice(36)).toEqual(['a', 'b', 'd', 'e', 'f', 'g', 'h', 'n', 'q', 'r', 't']);
    expect(describeDataset('emnist-byclass').classNames[61]).toBe('z');
    expect(describeDataset('emnist-letters').classNames[25]).toBe('Z');
  });

  it('shares files within a family, and only there', () => {
    const families = new Map<string, string>();
    for (const { name, family = name, files } of definitions) {
      for (const file of files) {
        const identity = JSON.stringify([file.sha256, file.packings, file.archive]);
        expect(families.get(identity) ?? family).toBe(family);
        families.set(identity, family);
      }
    }
  });

  it('says which datasets pages of any origin may read', () => {
    const open = definitions.filter(({ sources }) =>
      sources.some((source) => source.kind === 'https' && source.crossOrigin === true),
    );
    expect(open.map(({ name }) => name)).toEqual([
      'fashion-mnist',
      'mnist',
      'qmnist',
      'qmnist-test10k',
      'qmnist-test50k',
    ]);
  });
});

describe('findFileByHash', () => {
  it('tells every file from every other by its content, though the names repeat', () => {
    const files = definitions
      .flatMap((dataset) => dataset.files)
      .filter(({ sha256 }) => sha256 !== undefined);
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(8);
    for (const file of files) expect(findFileByHash(file.sha256 ?? '')?.file).toBe(file);
  });

  it('knows MNIST by the hash of its test images', () => {
    const known = findFileByHash('0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7');
    expect(known?.dataset.name).toBe('mnist');
    expect(known?.file.name).toBe('t10k-images-idx3-ubyte');
  });

  it('knows nothing else, not even nothing', () => {
    for (const digest of ['', 'undefined', '0'.repeat(64)]) {
      expect(findFileByHash(digest)).toBeUndefined();
      expect(findPackingByHash(digest)).toBeUndefined();
    }
  });
});

describe('findPackingByHash', () => {
  it.each([
    ['25c81989df183df01b3e8a0aad5dffbe', 'fashion-mnist', 'train-labels-idx1-ubyte', 'zalandoresearch'],
    [
      '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5',
      'fashion-mnist',
      't10k-labels-idx1-ubyte',
      'zalandoresearch',
    ],
    ['9fb629c4189551a2d022fa330f9573f3', 'mnist', 't10k-images-idx3-ubyte', 'yann.lecun.com'],
    ['7320c461ea6c1c855c0b718fb2a4b134', 'kmnist', 't10k-labels-idx1-ubyte', 'CODH'],
    ['4da6f7a62e67a832d5eb1bd85c5ee448', 'kuzushiji-49', 'k49-test-labels.npz', 'CODH'],
    ['5b5b05890a5e13444e108efe57b788aa', 'qmnist', 'qmnist-test-labels-idx2-int', 'facebookresearch'],
  ])('knows %s as a packing of %s %s by %s', (digest, dataset, file, publisher) => {
    const known = findPackingByHash(digest);
    expect([known?.dataset.name, known?.file.name, known?.packing.publisher]).toEqual([
      dataset,
      file,
      publisher,
    ]);
  });
});
