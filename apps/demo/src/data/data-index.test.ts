import { describe, expect, it } from 'vitest';
import { type DataIndex, parseDataIndex } from './data-index.ts';

const file = { href: 'data/x', bytes: 4 };
const layout = {
  ...file,
  id: 'pca',
  method: 'pca',
  title: 'PCA',
  first: 0,
  count: 5,
  bounds: [0, 0, 1, 1],
  engine: 'test',
  options: {},
  seconds: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
} as const;
const dataset = {
  name: 'made',
  title: 'Made',
  classNames: ['a', 'b'],
  imageShape: [28, 28],
  splits: [
    { split: 'train', first: 0, count: 3, images: file, labels: file },
    { split: 'test', first: 3, count: 2, images: file, labels: file },
  ],
  layouts: [layout],
} as const;
const index: DataIndex = { version: 1, datasets: [dataset] };

describe('parseDataIndex', () => {
  it('gives back a list that is whole', () => {
    expect(parseDataIndex(structuredClone(index))).toEqual(index);
  });

  it.each([
    { what: 'null', value: null },
    { what: 'another version', value: { ...index, version: 2 } },
    { what: 'no dataset', value: { ...index, datasets: [] } },
    { what: 'a dataset without splits', value: { ...index, datasets: [{ ...dataset, splits: [] }] } },
    {
      what: 'splits with a gap',
      value: {
        ...index,
        datasets: [{ ...dataset, splits: [dataset.splits[0], { ...dataset.splits[1], first: 4 }] }],
      },
    },
    {
      what: 'a map of images that do not exist',
      value: { ...index, datasets: [{ ...dataset, layouts: [{ ...layout, count: 6 }] }] },
    },
  ])('refuses $what with a sentence for the reader', ({ value }) => {
    expect(() => parseDataIndex(value)).toThrowError(
      expect.objectContaining({ code: 'E_DATA_MALFORMED', message: expect.stringMatching(/\.$/) }),
    );
  });
});
