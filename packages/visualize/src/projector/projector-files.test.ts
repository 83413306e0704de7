import { createRng, ndArray } from '@fashion-mnist/core';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { projectorFiles } from './projector-files.ts';

const rng = createRng(4);
const images = ndArray(
  Uint8Array.from({ length: 5 * 6 }, () => rng.nextInt(256)),
  [5, 2, 3],
);
const map = ndArray(
  Float32Array.from({ length: 10 }, () => rng.nextNormal()),
  [5, 2],
);
const source = {
  tensors: { pixels: images, map },
  images,
  labels: Uint8Array.of(0, 1, 1, 2, 0),
  classNames: ['T-shirt/top', 'Tab\there', 'お'],
};
const files = projectorFiles(source);
const text = (name: string, from = files) => new TextDecoder().decode(from.get(name));

/** The numbers of a tensor as TensorBoard's server reads them: `_read_tensor_tsv_file` of projector_plugin.py. */
function readTensor(name: string): number[][] {
  return text(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t').map(Number));
}

describe('projectorFiles', () => {
  it('are a tensor each, the metadata, the sprite, and both configurations', () => {
    expect([...files.keys()].toSorted()).toEqual([
      'map.tsv',
      'metadata.tsv',
      'pixels.tsv',
      'projector_config.json',
      'projector_config.pbtxt',
      'sprite.png',
    ]);
  });

  it('have a line of numbers for each point, without a heading', () => {
    expect(readTensor('pixels.tsv').flat()).toEqual([...images.data]);
    expect(readTensor('pixels.tsv').map((row) => row.length)).toEqual([6, 6, 6, 6, 6]);
  });

  it('fill maps up to three columns, without which the projector shows nothing', () => {
    readTensor('map.tsv').forEach(([x = 0, y = 0, z], point) => {
      expect(x).toBeCloseTo(map.data[2 * point] ?? 0, 6);
      expect(y).toBeCloseTo(map.data[2 * point + 1] ?? 0, 6);
      expect(z).toBe(0);
    });
  });

  it('have metadata with a heading, as there is more than one column, and a line for each point', () => {
    expect(text('metadata.tsv').split('\n')).toEqual([
      'class\tlabel\tindex',
      'T-shirt/top\t0\t0',
      'Tab here\t1\t1',
      'Tab here\t1\t2',
      'お\t2\t3',
      'T-shirt/top\t0\t4',
      '',
    ]);
  });

  it('have a sprite with as many rows as columns, dark on white', () => {
    const { width, height, data } = decode(files.get('sprite.png') ?? new Uint8Array());
    expect([width, height]).toEqual([3 * 3, 3 * 2]);
    const pixel = (row: number, column: number) => data[row * width + column];
    const inked = (index: number) => 255 - (images.data[index] ?? 0);
    expect([pixel(0, 0), pixel(0, 3), pixel(2, 0)]).toEqual([inked(0), inked(6), inked(18)]);
    expect([pixel(5, 8), pixel(4, 0)]).toEqual([255, 255]);
  });

  it('name each other in the configuration for TensorBoard', () => {
    expect(text('projector_config.pbtxt').split('embeddings {\n')[1]).toBe(
      [
        '  tensor_name: "pixels"',
        '  tensor_shape: 5',
        '  tensor_shape: 6',
        '  tensor_path: "pixels.tsv"',
        '  metadata_path: "metadata.tsv"',
        '  sprite {',
        '    image_path: "sprite.png"',
        '    single_image_dim: 3',
        '    single_image_dim: 2',
        '  }',
        '}\n',
      ].join('\n'),
    );
    expect(text('projector_config.pbtxt')).toContain('tensor_path: "map.tsv"');
  });

  it('name each other in the configuration for the page', () => {
    const { embeddings } = JSON.parse(
      text('projector_config.json', projectorFiles(source, { baseUrl: 'https://a.example/b/' })),
    );
    expect(embeddings[1]).toEqual({
      tensorName: 'map',
      tensorShape: [5, 3],
      tensorPath: 'https://a.example/b/map.tsv',
      metadataPath: 'https://a.example/b/metadata.tsv',
      sprite: { imagePath: 'https://a.example/b/sprite.png', singleImageDim: [3, 2] },
    });
  });

  it('hold float32 values for the page when that is asked for', () => {
    const packed = projectorFiles(source, { tensorFormat: 'bytes' });
    expect(packed.has('projector_config.pbtxt')).toBe(false);
    expect(JSON.parse(text('projector_config.json', packed)).embeddings[1].tensorPath).toBe('map.bytes');
    const view = new DataView((packed.get('map.bytes') ?? new Uint8Array()).buffer);
    expect(view.byteLength).toBe(5 * 3 * 4);
    expect([0, 4, 8, 12].map((at) => view.getFloat32(at, true))).toEqual([
      map.data[0],
      map.data[1],
      0,
      map.data[2],
    ]);
  });

  it('come without a sprite where there are no images', () => {
    const { images: _images, ...plain } = source;
    const bare = projectorFiles(plain);
    expect(bare.has('sprite.png')).toBe(false);
    expect(text('projector_config.pbtxt', bare)).not.toContain('sprite');
  });

  it.each([
    { name: 'no points', bad: { ...source, labels: new Uint8Array(0) }, code: 'E_COUNT' },
    { name: 'no tensors', bad: { ...source, tensors: {} }, code: 'E_COUNT' },
    { name: 'a name that leads elsewhere', bad: { ...source, tensors: { '../map': map } }, code: 'E_OPTION' },
    { name: 'labels that do not fit', bad: { ...source, labels: new Uint8Array(4) }, code: 'E_SHAPE' },
    {
      name: 'images that do not fit',
      bad: { ...source, images: ndArray(new Uint8Array(4), [1, 2, 2]) },
      code: 'E_SHAPE',
    },
    {
      name: 'more images than a sprite holds',
      bad: { ...source, images: ndArray(new Uint8Array(5 * 5000), [5, 1, 5000]) },
      code: 'E_COUNT',
    },
  ])('refuse $name', ({ bad, code }) => {
    expect(() => projectorFiles(bad)).toThrow(expect.objectContaining({ code }));
  });
});
