import type { Split } from '@fashion-mnist/core';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { assembleSplit } from '../src/assemble/assemble-split.ts';
import { openZip } from '../src/formats/open-zip.ts';
import type { DatasetDefinition, FileIdentity } from '../src/registry/dataset-definition.ts';
import { defineDataset } from '../src/registry/define-dataset.ts';
import { describeDataset, listDatasets } from '../src/registry/registry.ts';
import { npyBytes } from './npy-bytes.ts';
import { zipBytes } from './zip-bytes.ts';

const COUNT = 6;
const SLICE = { start: 2, end: 5 };
const SIDE = 28;

/** The definition of a family, cut down to six samples per file so that the files can be made here. */
function cutDown(definition: DatasetDefinition): DatasetDefinition {
  const files = definition.files.map((file) => {
    const shape = [COUNT, ...file.shape.slice(1)];
    const cut = { ...file, shape, ...(file.slice && { slice: SLICE }) };
    return { ...cut, byteLength: storedFile(definition, cut).length };
  });
  return defineDataset({ ...definition, files });
}

/** Picture `image` has this pixel in row `y` and column `x`. */
const pixelAt = (image: number, y: number, x: number) => (image * 31 + y * 5 + x * 3) % 256;

/** Sample `index` is of this class: the first, the last, and some between. */
const classAt = (index: number, classCount: number) =>
  index === 0 ? classCount - 1 : (index - 1) % classCount;

function storedPixels({ pixelOrder }: DatasetDefinition): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: COUNT * SIDE * SIDE }, (_, position) => {
    const image = Math.floor(position / SIDE ** 2);
    const [slow, fast] = [Math.floor(position / SIDE) % SIDE, position % SIDE];
    return pixelOrder === 'column-major' ? pixelAt(image, fast, slow) : pixelAt(image, slow, fast);
  });
}

function storedLabels({ classNames, firstLabel = 0 }: DatasetDefinition): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: COUNT }, (_, index) => classAt(index, classNames.length) + firstLabel);
}

/** A file as the family stores it. */
function storedFile(definition: DatasetDefinition, { content, format, shape }: FileIdentity): Uint8Array {
  const data = content === 'images' ? storedPixels(definition) : storedLabels(definition);
  if (format === 'npz')
    return zipBytes([{ name: 'arr_0.npy', data: npyBytes({ descr: '|u1', shape, data }) }]);
  const [, columnCount] = shape;
  if (content === 'images' || columnCount === undefined) return encodeIdx({ data, shape });
  const table = Int32Array.from({ length: COUNT * columnCount }, (_, position) =>
    position % columnCount === 0 ? (data[position / columnCount] ?? 0) : 100_000 + position,
  );
  return encodeIdx({ data: table, shape });
}

function fileOf({ files }: DatasetDefinition, split: Split, content: FileIdentity['content']): FileIdentity {
  const found = files.find((file) => file.split === split && file.content === content);
  if (found === undefined) throw new Error(`no ${content} for ${split}`);
  return found;
}

describe.each(listDatasets())('the files of %s', (name) => {
  const definition = cutDown(describeDataset(name));
  const isSliced = (split: Split) => fileOf(definition, split, 'images').slice !== undefined;

  it.each(['train', 'test'] as const)(
    'become upright pictures of 0 to 255 with classes from 0: %s',
    async (split) => {
      const { images, labels, classNames } = await assembleSplit(definition, split, {
        images: storedFile(definition, fileOf(definition, split, 'images')),
        labels: storedFile(definition, fileOf(definition, split, 'labels')),
      });
      const start = isSliced(split) ? SLICE.start : 0;
      const count = isSliced(split) ? SLICE.end - SLICE.start : COUNT;
      expect(images.shape).toEqual([count, SIDE, SIDE]);
      expect(images.data.length).toBe(count * SIDE ** 2);
      const wrong = images.data.findIndex((pixel, position) => {
        const image = start + Math.floor(position / SIDE ** 2);
        return pixel !== pixelAt(image, Math.floor(position / SIDE) % SIDE, position % SIDE);
      });
      expect(wrong).toBe(-1);
      expect([...labels]).toEqual(
        Array.from({ length: count }, (_, index) => classAt(start + index, classNames.length)),
      );
    },
  );
});

describe("EMNIST's archive", () => {
  it('holds the files of all its datasets under the names that their definitions give', async () => {
    const definitions = listDatasets()
      .map(describeDataset)
      .filter(({ family }) => family === 'emnist');
    const members = definitions.flatMap(({ files }) => files.map(({ archive }) => archive?.member ?? ''));
    const archive = await openZip(
      zipBytes(members.map((name) => ({ name, data: new TextEncoder().encode(name) }))),
    );
    expect(archive.members).toHaveLength(6 * 4);
    const last = 'gzip/emnist-mnist-test-labels-idx1-ubyte.gz';
    expect(new TextDecoder().decode(await archive.read(last, { maxBytes: 100 }))).toBe(last);
  });
});
