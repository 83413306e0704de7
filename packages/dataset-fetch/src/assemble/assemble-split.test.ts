import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import type { DatasetDefinition } from '../registry/dataset-definition.ts';
import { assembleSplit } from './assemble-split.ts';

const pixels = Uint8Array.from({ length: 18 }, (_, index) => index);
const images = encodeIdx({ data: pixels, shape: [3, 2, 3] });
const labels = encodeIdx({ data: Uint8Array.of(0, 2, 1), shape: [3] });

const tiny: DatasetDefinition = {
  name: 'tiny',
  title: 'Tiny',
  licence: 'MIT',
  citation: '',
  homepage: '',
  classNames: ['a', 'b', 'c'],
  files: [
    { name: 'images', split: 'test', content: 'images', shape: [3, 2, 3] },
    { name: 'labels', split: 'test', content: 'labels', shape: [3] },
  ],
  sources: [],
};

/** The same dataset with labels of another shape, type or meaning. */
const withLabels = (
  shape: readonly number[],
  meaning: Partial<DatasetDefinition> = {},
): DatasetDefinition => ({
  ...tiny,
  ...meaning,
  files: tiny.files.map((file) => (file.content === 'labels' ? { ...file, shape } : file)),
});

const failure = (code: string, message: RegExp) => ({
  name: 'DatasetFetchError',
  code,
  message: expect.stringMatching(message) as string,
});

describe('assembleSplit', () => {
  it('gives the pictures as they are stored, uncopied, with a class for each', async () => {
    const dataset = await assembleSplit(tiny, 'test', { images, labels });
    expect(dataset).toEqual({
      name: 'tiny',
      split: 'test',
      images: { data: pixels, shape: [3, 2, 3] },
      labels: Uint8Array.of(0, 2, 1),
      classNames: ['a', 'b', 'c'],
    });
    expect(dataset.images.data.buffer).toBe(images.buffer);
  });

  it('lays pictures that are stored column by column row by row', async () => {
    const dataset = await assembleSplit({ ...tiny, pixelOrder: 'column-major' }, 'test', { images, labels });
    expect([...dataset.images.data.subarray(0, 6)]).toEqual([0, 2, 4, 1, 3, 5]);
    expect(dataset.images.shape).toEqual([3, 2, 3]);
  });

  it('takes the samples of the slice only', async () => {
    const files = tiny.files.map((file) => ({ ...file, slice: { start: 1, end: 3 } }));
    const dataset = await assembleSplit({ ...tiny, files }, 'test', { images, labels });
    expect(dataset.images).toEqual({ data: pixels.subarray(6), shape: [2, 2, 3] });
    expect([...dataset.labels]).toEqual([2, 1]);
  });

  it('counts classes from the first label', async () => {
    const letters = encodeIdx({ data: Uint8Array.of(1, 3, 2), shape: [3] });
    const dataset = await assembleSplit({ ...tiny, firstLabel: 1 }, 'test', { images, labels: letters });
    expect([...dataset.labels]).toEqual([0, 2, 1]);
  });

  it('takes the class from its column', async () => {
    const table = encodeIdx({ data: Int32Array.of(7, 2, 8, 0, 9, 1), shape: [3, 2] });
    const definition = withLabels([3, 2], { labelColumn: 1 });
    const dataset = await assembleSplit(definition, 'test', { images, labels: table });
    expect(dataset.labels).toEqual(Uint8Array.of(2, 0, 1));
  });

  it.each([
    { what: 'above the last class', data: Uint8Array.of(0, 1, 3), got: /labels 0 to 2, got 3 at index 2/ },
    { what: 'below the first class', data: Int8Array.of(0, -1, 3), got: /labels 0 to 2, got -1 at index 1/ },
    {
      what: 'that would pass as a byte',
      data: Int32Array.of(256, 0, 0),
      got: /labels 0 to 2, got 256 at index 0/,
    },
  ])('refuses a label $what', async ({ data, got }) => {
    const stored = { images, labels: encodeIdx({ data, shape: [3] }) };
    await expect(assembleSplit(tiny, 'test', stored)).rejects.toMatchObject(failure('E_LABEL_RANGE', got));
  });

  it('refuses the label 0 where classes are counted from 1', async () => {
    await expect(assembleSplit({ ...tiny, firstLabel: 1 }, 'test', { images, labels })).rejects.toMatchObject(
      failure('E_LABEL_RANGE', /labels 1 to 3, got 0 at index 0/),
    );
  });

  it.each([
    {
      what: 'pictures of another size',
      stored: { images: encodeIdx({ data: new Uint8Array(48), shape: [3, 4, 4] }), labels },
      got: /^images: expected uint8 \[3, 2, 3\], got uint8 \[3, 4, 4\]$/,
    },
    {
      what: 'pictures of another type',
      stored: { images: encodeIdx({ data: new Float32Array(18), shape: [3, 2, 3] }), labels },
      got: /^images: expected uint8 \[3, 2, 3\], got float32 \[3, 2, 3\]$/,
    },
    { what: 'labels in place of pictures', stored: { images: labels, labels }, got: /got uint8 \[3\]$/ },
    {
      what: 'labels that are not whole numbers',
      stored: { images, labels: encodeIdx({ data: new Float64Array(3), shape: [3] }) },
      got: /^labels: expected whole numbers \[3\], got float64 \[3\]$/,
    },
  ])('refuses $what', async ({ stored, got }) => {
    await expect(assembleSplit(tiny, 'test', stored)).rejects.toMatchObject(failure('E_SHAPE', got));
  });

  it('refuses labels that are not as many as the pictures', async () => {
    const two = encodeIdx({ data: new Uint8Array(2), shape: [2] });
    await expect(assembleSplit(withLabels([2]), 'test', { images, labels: two })).rejects.toMatchObject(
      failure('E_PAIR_COUNT', /^tiny test: expected 3 labels, one per image, got 2$/),
    );
  });

  it('names the file that is not of its format', async () => {
    const page = new TextEncoder().encode('<html>');
    await expect(assembleSplit(tiny, 'test', { images: page, labels })).rejects.toMatchObject(
      failure('E_INTEGRITY', /^images: .*<html>/),
    );
    const npz = { ...tiny, files: tiny.files.map((file) => ({ ...file, format: 'npz' as const })) };
    await expect(assembleSplit(npz, 'test', { images, labels })).rejects.toMatchObject({ code: 'E_ARCHIVE' });
  });

  it('refuses a split that the dataset does not have', async () => {
    await expect(assembleSplit(tiny, 'train', { images, labels })).rejects.toThrow(
      new RangeError('tiny has no images for the split train'),
    );
  });

  it('does nothing once the signal is aborted', async () => {
    const reason = new Error('enough');
    const aborted = assembleSplit(tiny, 'test', { images, labels }, { signal: AbortSignal.abort(reason) });
    await expect(aborted).rejects.toBe(reason);
  });
});
