import { parseIdxGz } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { type ExportedGarment, imagesFile, labelsFile, labelsTable } from './export-garments.ts';

const garment = (name: string, ink: number, label?: number): ExportedGarment => ({
  name,
  label,
  conversion: { pixels: new Uint8Array(784).fill(ink) },
});
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe('imagesFile', () => {
  it('holds the images in their order', async () => {
    const file = await imagesFile([garment('a', 7), garment('b', 9)]);
    const { shape, data } = await parseIdxGz(await bytesOf(file), { type: 'uint8' });
    expect(shape).toEqual([2, 28, 28]);
    expect([data[0], data[783], data[784], data[1567]]).toEqual([7, 7, 9, 9]);
  });
});

describe('labelsFile', () => {
  it('holds a label per image', async () => {
    const file = await labelsFile([garment('a', 0, 3), garment('b', 0, 0)]);
    expect(await parseIdxGz(await bytesOf(file as Blob), { type: 'uint8' })).toMatchObject({
      shape: [2],
      data: Uint8Array.of(3, 0),
    });
  });

  it('is not there while one has no label', () => {
    expect(labelsFile([garment('a', 0, 3), garment('b', 0)])).toBeUndefined();
  });
});

describe('labelsTable', () => {
  it('quotes what would break a line or a field', () => {
    const table = labelsTable([garment('a,"b".png', 0, 9), garment('plain.png', 0)]);
    expect(table).toBe('file,label\r\n"a,""b"".png",9\r\nplain.png,\r\n');
  });
});
