import { describe, expect, it } from 'vitest';
import { fillDisc } from './fill-disc.ts';
import { fillPolygons } from './fill-polygons.ts';
import { polygonsOf } from './outline.ts';
import { parseColor } from './parse-color.ts';
import { Raster } from './raster.ts';
import { strokePolygons } from './stroke-polygons.ts';
import { fillText, measureText } from './text.ts';

/** Painted area in pixels, for black on white. */
function inkOf(raster: Raster): number {
  return raster.data.reduce((sum, value) => sum + (255 - value) / 255, 0) / 3;
}

const white = (width = 40, height = 40) => new Raster(width, height, '#ffffff');

describe('fillDisc', () => {
  it.each([1.5, 4, 11.3])('covers the area of a disc of radius %s', (radius) => {
    const raster = white();
    fillDisc(raster, 20.2, 19.7, radius, '#000000');
    // An edge that fades over one pixel adds 1/12 to the squared radius.
    expect(Math.abs(inkOf(raster) / (Math.PI * (radius ** 2 + 1 / 12)) - 1)).toBeLessThan(0.02);
  });

  it('paints what is inside the picture of a disc at its edge', () => {
    const raster = white();
    fillDisc(raster, 0, 20, 10, '#000000');
    expect(Math.abs(inkOf(raster) / (Math.PI * 50) - 1)).toBeLessThan(0.03);
  });

  it('lets what is below shine through', () => {
    const raster = white();
    fillDisc(raster, 20, 20, 5, '#ff0000', 0.5);
    expect([...raster.data.subarray((20 * 40 + 20) * 3, (20 * 40 + 20) * 3 + 3)]).toEqual([255, 128, 128]);
  });
});

describe('fillPolygons', () => {
  it('covers pixels by the share that lies inside', () => {
    const raster = white();
    fillPolygons(raster, [[10.5, 10, 20, 10, 20, 20, 10.5, 20]], '#000000');
    expect(inkOf(raster)).toBeCloseTo(95, 0);
    expect(raster.data[(15 * 40 + 10) * 3]).toBe(128);
  });

  it('leaves a hole where an inner outline runs the other way', () => {
    const raster = white();
    fillPolygons(
      raster,
      [
        [10, 10, 30, 10, 30, 30, 10, 30],
        [15, 15, 15, 25, 25, 25, 25, 15],
      ],
      '#000000',
    );
    expect(inkOf(raster)).toBeCloseTo(300, 5);
  });

  it('clips at the edges, and paints nothing for nothing', () => {
    const raster = white();
    fillPolygons(raster, [[-10, -10, 5, -10, 5, 50, -10, 50]], '#000000');
    fillPolygons(raster, [], '#000000');
    expect(inkOf(raster)).toBeCloseTo(200, 5);
  });
});

describe('strokePolygons', () => {
  it('covers a line, its round ends and its joints once', () => {
    const raster = white();
    fillPolygons(raster, strokePolygons([10, 10, 30, 10, 30, 30], 4), '#000000');
    // Two bars of 20 x 4, of which a quarter of a joint is shared, two half discs, and a quarter of one at the joint.
    expect(Math.abs(inkOf(raster) / (2 * 80 - 4 + 1.25 * 4 * Math.PI) - 1)).toBeLessThan(0.03);
  });

  it('is a disc for a single point', () => {
    const raster = white();
    fillPolygons(raster, strokePolygons([20, 20], 10), '#000000');
    expect(Math.abs(inkOf(raster) / (Math.PI * 25) - 1)).toBeLessThan(0.05);
  });
});

describe('polygonsOf', () => {
  it('follows lines, and flattens curves to their end points', () => {
    const [polygon = []] = polygonsOf('M0 0L100 0Q100 100 0 100Z', 0.1, 1, 2);
    expect(polygon.slice(0, 4)).toEqual([1, 2, 11, 2]);
    expect(polygon.slice(-2)).toEqual([1, 12]);
    // The middle of the curve: a quarter of both ends and half of the control point.
    expect(polygon[4 + 2 * 2]).toBeCloseTo(1 + 7.5, 6);
  });

  it('separates outlines', () => {
    expect(polygonsOf('M0 0L1 0L1 1ZM5 5L6 5L6 6Z', 1, 0, 0)).toHaveLength(2);
  });
});

describe('text', () => {
  const style = { size: 20, weight: 'regular', color: '#000000' } as const;

  it('is as wide as its letters', () => {
    expect(measureText('abc', style)).toBeCloseTo(measureText('a', style) + measureText('bc', style), 9);
    expect(measureText('iii', style)).toBeLessThan(measureText('mmm', style));
  });

  it('paints the same ink wherever it is anchored', () => {
    const inks = (['start', 'middle', 'end'] as const).map((anchor) => {
      const raster = white(200, 40);
      fillText(raster, 'Bag', 100, 28, { ...style, anchor });
      return inkOf(raster);
    });
    expect(inks[0]).toBeGreaterThan(100);
    expect(Math.max(...inks) - Math.min(...inks)).toBeLessThan(1);
  });

  it('stands in for characters that it lacks', () => {
    expect(measureText('鞋', style)).toBe(measureText('?', style));
  });
});

it('parseColor reads hexadecimal colours', () => {
  expect(parseColor('#0a80ff')).toEqual([10, 128, 255]);
});
