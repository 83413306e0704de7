import { createRng, type ImageDataset, ndArray } from '@fashion-mnist/core';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CLASS_COLORS } from '../class-colors.ts';
import { parseColor } from '../draw/parse-color.ts';
import { encodePng } from './encode-png.ts';
import { scatterPng } from './scatter-png.ts';
import { scatterSvg } from './scatter-svg.ts';
import { spriteSheet } from './sprite-sheet.ts';
import { tileImages } from './tile-images.ts';

const rng = createRng(3);
const points = ndArray(
  Float32Array.from({ length: 400 }, () => rng.nextNormal()),
  [200, 2],
);
const labels = Uint8Array.from({ length: 200 }, (_, i) => i % 3);
const options = {
  labels,
  classNames: ['Shoe', 'Hat & <scarf>', 'Bag'],
  title: 'Things',
  subtitle: '200 of them',
};

describe('scatterSvg', () => {
  const svg = scatterSvg(points, options);

  it('has a dot for every point and names every class, in the legend and on the map', () => {
    expect(svg.match(/M[\d.]+ [\d.]+h0/g)).toHaveLength(200);
    expect(svg.match(/>Bag<\/text>/g)).toHaveLength(2);
    expect(svg).toContain('>Things</text>');
    expect(svg).toContain('>200 of them</text>');
  });

  it('escapes names', () => {
    expect(svg).toContain('Hat &amp; &lt;scarf&gt;');
    expect(svg).not.toContain('<scarf>');
  });

  it('keeps all points inside the picture, at one scale for both axes', () => {
    const square = ndArray(Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10), [4, 2]);
    const drawn = scatterSvg(square, { labels: new Uint8Array(4), classNames: ['one'] });
    const dots = [...drawn.matchAll(/M([\d.]+) ([\d.]+)h0/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const [origin, right, , up] = dots;
    expect((right?.[0] ?? 0) - (origin?.[0] ?? 0)).toBeCloseTo((origin?.[1] ?? 0) - (up?.[1] ?? 0), 6);
    for (const [x, y] of dots) expect(x >= 0 && x <= 1200 && y >= 0 && y <= 900).toBe(true);
  });

  it('draws points that all coincide', () => {
    expect(
      scatterSvg(ndArray(new Float32Array(6), [3, 2]), { labels: new Uint8Array(3), classNames: ['one'] }),
    ).not.toContain('NaN');
  });

  it('refuses points without labels, without end, or without a picture to be on', () => {
    expect(() => scatterSvg(points, { ...options, labels: labels.subarray(1) })).toThrow(/a label each/);
    expect(() =>
      scatterSvg(ndArray(Float32Array.of(Number.NaN, 0), [1, 2]), {
        labels: new Uint8Array(1),
        classNames: [],
      }),
    ).toThrow(/finite/);
    expect(() => scatterSvg(points, { ...options, width: 10 })).toThrow(/at least 400 x 300/);
  });
});

describe('scatterPng', () => {
  it('is a picture of the size and in the colours that were asked for', () => {
    const { width, height, data, channels } = decode(
      scatterPng(points, { ...options, width: 600, height: 400, pixelRatio: 1 }),
    );
    expect([width, height, channels]).toEqual([600, 400, 3]);
    const colors = new Set<string>();
    for (let i = 0; i < data.length; i += 3) colors.add(data.subarray(i, i + 3).join());
    for (const color of CLASS_COLORS.slice(0, 3)) expect(colors).toContain(parseColor(color).join());
    expect(colors).not.toContain(parseColor(CLASS_COLORS[4] ?? '').join());
  });

  it('is the same bytes again', () => {
    expect(scatterPng(points, options)).toEqual(scatterPng(points, options));
  });
});

describe('spriteSheet', () => {
  /** Picture number i is filled with i + 1. */
  const dataset: ImageDataset = {
    name: 'tiny',
    split: 'test',
    images: ndArray(
      Uint8Array.from({ length: 6 * 4 }, (_, i) => Math.floor(i / 4) + 1),
      [6, 2, 2],
    ),
    labels: Uint8Array.of(1, 0, 1, 1, 1, 1),
    classNames: ['a', 'b'],
  };

  it('gives each class its rows, pictures in the order of the dataset, black where there is none', () => {
    const { data, shape } = spriteSheet(dataset, { columns: 2, rowsPerClass: 2 });
    expect(shape).toEqual([8, 4]);
    const corner = (row: number, column: number) => data[row * 2 * 4 + column * 2];
    expect([corner(0, 0), corner(0, 1), corner(1, 0)]).toEqual([2, 0, 0]);
    expect([corner(2, 0), corner(2, 1), corner(3, 0), corner(3, 1)]).toEqual([1, 3, 4, 5]);
  });

  it('takes three rows of thirty for each class, as the original does', () => {
    expect(spriteSheet(dataset).shape).toEqual([2 * 3 * 2, 30 * 2]);
  });

  it('refuses no columns', () => {
    expect(() => spriteSheet(dataset, { columns: 0 })).toThrow(/columns: expected a whole number >= 1/);
  });
});

describe('encodePng', () => {
  it('keeps every pixel of a grey picture', () => {
    const pixels = Uint8Array.from({ length: 12 }, (_, i) => i * 20);
    const { width, height, data } = decode(encodePng(ndArray(pixels, [3, 4])));
    expect([width, height]).toEqual([4, 3]);
    expect(data).toEqual(pixels);
  });

  it.each([[[12]], [[0, 4]], [[3, 2, 2]], [[2, 2]]])('refuses the shape %j', (shape) => {
    expect(() => encodePng({ data: new Uint8Array(12), shape })).toThrow(/expected \[height, width\]/);
  });
});

describe('tileImages', () => {
  const images = ndArray(Uint8Array.of(1, 2, 3), [3, 1, 1]);

  it('sets images in rows, in the order that is asked for, black beyond the last', () => {
    expect(tileImages(images, { indices: [2, 0, 9, 1], columns: 2 })).toEqual(
      ndArray(Uint8Array.of(3, 1, 0, 2), [2, 2]),
    );
  });

  it('fills a last row that is not full with black', () => {
    expect([...tileImages(images, { indices: [0, 1, 2], columns: 2 }).data]).toEqual([1, 2, 3, 0]);
  });

  it('refuses what is not images', () => {
    expect(() => tileImages(ndArray(new Uint8Array(4), [2, 2]), { indices: [0], columns: 1 })).toThrow(
      /expected images/,
    );
  });
});
