import { createRng, type ImageDataset, ndArray } from '@fashion-mnist/core';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CLASS_COLORS } from '../class-colors.ts';
import { parseColor } from '../draw/parse-color.ts';
import { encodePng } from './encode-png.ts';
import { scatterPng } from './scatter-png.ts';
import { scatterSvg } from './scatter-svg.ts';
import { sideBySidePng, sideBySideSvg } from './side-by-side.ts';
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

/** Where the dots of an SVG document stand, in pixels, by following its relative steps. */
function dotsOf(svg: string): { readonly x: number; readonly y: number; readonly color: string }[] {
  return [...svg.matchAll(/<path d="([^"]*)" stroke="([^"]*)"/g)].flatMap(([, path = '', color = '']) => {
    let x = 0;
    let y = 0;
    return [...path.matchAll(/m(-?\d+)[ ]?(-?\d+)h0/g)].map(([, dx, dy]) => {
      x += Number(dx) / 10;
      y += Number(dy) / 10;
      return { x, y, color };
    });
  });
}

describe('scatterSvg', () => {
  const svg = scatterSvg(points, options);

  it('has a dot for every point and names every class, in the legend and on the map', () => {
    expect(dotsOf(svg)).toHaveLength(200);
    expect(svg.match(/>Bag<\/text>/g)).toHaveLength(2);
    expect(svg).toContain('>Things</text>');
    expect(svg).toContain('>200 of them</text>');
  });

  it('escapes names', () => {
    expect(svg).toContain('Hat &amp; &lt;scarf&gt;');
    expect(svg).not.toContain('<scarf>');
  });

  it('keeps all points inside the picture, at one scale for both axes, y up', () => {
    const square = ndArray(Float32Array.of(0, 0, 10, 0, 0, 10), [3, 2]);
    const drawn = scatterSvg(square, {
      labels: Uint8Array.of(0, 1, 2),
      classNames: ['origin', 'right', 'up'],
    });
    const [origin, right, up] = dotsOf(drawn);
    expect((right?.x ?? 0) - (origin?.x ?? 0)).toBeCloseTo((origin?.y ?? 0) - (up?.y ?? 0), 6);
    expect((right?.x ?? 0) - (origin?.x ?? 0)).toBeGreaterThan(100);
    for (const { x, y } of dotsOf(drawn)) expect(x >= 0 && x <= 1200 && y >= 0 && y <= 900).toBe(true);
  });

  it('draws points that all coincide', () => {
    expect(
      scatterSvg(ndArray(new Float32Array(6), [3, 2]), { labels: new Uint8Array(3), classNames: ['one'] }),
    ).not.toContain('NaN');
  });

  it('sets no name of a class over another', () => {
    const names = ['Shirt', 'Pullover', 'Coat', 'Dress', 'T-shirt', 'Bag'];
    const drawn = scatterSvg(ndArray(new Float32Array(12), [6, 2]), {
      labels: Uint8Array.from({ length: 6 }, (_, i) => i),
      classNames: names,
    });
    const heights = [...drawn.matchAll(/y="([\d.]+)"[^>]*text-anchor="middle"/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(6);
    const gaps = heights
      .toSorted((a, b) => a - b)
      .map((y, i, all) => y - (all[i - 1] ?? Number.NEGATIVE_INFINITY));
    expect(Math.min(...gaps)).toBeGreaterThan(15);
  });

  it('writes 70,000 points in less than a megabyte, classes in turns', () => {
    const count = 70_000;
    const many = ndArray(
      Float32Array.from({ length: 2 * count }, () => rng.nextNormal()),
      [count, 2],
    );
    const drawn = scatterSvg(many, {
      labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
      classNames: [],
    });
    expect(drawn.length).toBeLessThan(1e6);
    const dots = dotsOf(drawn);
    expect(dots).toHaveLength(count);
    const firstThird = new Set(dots.slice(0, count / 3).map(({ color }) => color));
    const lastThird = new Set(dots.slice(-count / 3).map(({ color }) => color));
    expect([firstThird.size, lastThird.size]).toEqual([3, 3]);
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

  it('is fuller where more points lie', () => {
    const full = parseColor(CLASS_COLORS[0] ?? '')[0];
    const alone = Math.round(255 - 0.8 * (255 - full));
    const countPixels = (dots: Float32Array, value: number) => {
      const size = { width: 400, height: 300, pixelRatio: 1 };
      const count = dots.length / 2;
      const png = scatterPng(ndArray(dots, [count, 2]), {
        labels: new Uint8Array(count),
        classNames: [''],
        ...size,
      });
      return decode(png).data.filter((sample, i) => i % 3 === 0 && sample === value).length;
    };
    const oneDot = new Float32Array(2);
    const legendPixels = countPixels(oneDot, full);
    expect(countPixels(oneDot, alone)).toBeGreaterThan(50);
    expect(countPixels(new Float32Array(200), full) - legendPixels).toBeGreaterThan(15);
  });

  it('is the same bytes again', () => {
    expect(scatterPng(points, options)).toEqual(scatterPng(points, options));
  });

  it('refuses a picture of no pixels', () => {
    expect(() => scatterPng(points, { ...options, pixelRatio: 0 })).toThrow(/pixelRatio/);
  });
});

describe('sideBySide', () => {
  const panel = {
    coordinates: points,
    labels,
    classNames: options.classNames,
    title: 'One',
    subtitle: 'first',
  };
  const other = { ...panel, title: 'Two', classNames: ['0', '1', '2'] };

  it('has every point of every map, each map in its own panel', () => {
    const dots = dotsOf(sideBySideSvg([panel, panel]));
    expect(dots).toHaveLength(400);
    const middle = 32 + 640 + 24;
    expect(dots.slice(0, 200).every(({ x }) => x < middle)).toBe(true);
    expect(dots.slice(200).every(({ x }) => x > middle)).toBe(true);
  });

  it('has one legend for maps with the same classes, one each for others', () => {
    const legendSize = (svg: string) => svg.match(/<circle /g)?.length;
    expect(legendSize(sideBySideSvg([panel, panel]))).toBe(3);
    expect(legendSize(sideBySideSvg([panel, other]))).toBe(6);
  });

  it('has the headings of the figure and of its panels', () => {
    const svg = sideBySideSvg([panel, other], { title: 'Both & all', subtitle: 'compared' });
    for (const text of ['One', 'Two', 'first', 'Both &amp; all', 'compared']) {
      expect(svg).toContain(`>${text}</text>`);
    }
  });

  it('breaks into rows, and everything is inside of the picture', () => {
    const svg = sideBySideSvg([panel, other, panel], { columns: 2, panelSize: 300 });
    const [, width = 0, height = 0] = /width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
    expect(width).toBe(32 + 300 + 48 + 300 + 32);
    const all = [
      ...dotsOf(svg),
      ...[...svg.matchAll(/ (?:cx|x)="([\d.-]+)" (?:cy|y)="([\d.-]+)"/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      })),
    ];
    expect(all.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
  });

  it('is drawn as PNG in the same layout', () => {
    const svg = sideBySideSvg([panel, other], { panelSize: 200 });
    const png = decode(sideBySidePng([panel, other], { panelSize: 200, pixelRatio: 1 }));
    expect(svg).toContain(`width="${png.width}" height="${png.height}"`);
  });

  it('refuses no maps, no columns, and panels too small to see', () => {
    expect(() => sideBySideSvg([])).toThrow(expect.objectContaining({ code: 'E_COUNT' }));
    expect(() => sideBySideSvg([panel], { columns: 0 })).toThrow(/columns/);
    expect(() => sideBySideSvg([panel], { panelSize: 100 })).toThrow(/panelSize/);
    expect(() => sideBySideSvg([{ ...panel, labels: labels.subarray(1) }])).toThrow(/a label each/);
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
