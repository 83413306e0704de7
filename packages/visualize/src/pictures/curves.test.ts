import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { curvesPng, curvesSvg } from './curves.ts';
import type { CurvePanel } from './curves-scene.ts';

const at = (...values: readonly number[]) => values.map((y, i) => ({ x: i + 1, y }));

const panels: readonly CurvePanel[] = [
  { title: 'loss', curves: [{ name: 'training', points: at(2, 1, 0.5) }] },
  {
    title: 'accuracy',
    curves: [
      { name: 'training', points: at(0.5, 0.7, 0.9) },
      { name: 'held out', points: at(0.4, 0.6, 0.7) },
    ],
  },
];
const options = { title: 'A & B', subtitle: 'three epochs', xTitle: 'epoch' };

describe('curvesSvg', () => {
  const svg = curvesSvg(panels, options);
  const texts = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
  const lines = [...svg.matchAll(/<polyline points="([^"]+)"[^>]*stroke="(#\w+)" stroke-width="2.5"/g)].map(
    ([, points = '', color]) => ({ points: points.split(' ').map(Number), color }),
  );

  it('has the headings, what goes where, and each name once in the legend', () => {
    expect(texts).toEqual(
      expect.arrayContaining(['A &amp; B', 'three epochs', 'epoch', 'loss', 'accuracy', '0.5', '2.0']),
    );
    expect(texts.filter((text) => text === 'training')).toHaveLength(1);
  });

  it('draws each curve from left to right, higher values higher, one name in one colour', () => {
    const [loss, training, heldOut] = lines;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = loss?.points ?? [];
    expect(x1 - x0).toBeCloseTo(x2 - x1, 1);
    expect(x1).toBeGreaterThan(x0);
    expect((y1 - y0) / (y2 - y1)).toBeCloseTo(2, 1);
    expect(y1).toBeGreaterThan(y0);
    expect(training?.points[1]).toBeLessThan(heldOut?.points[1] ?? 0);
    expect([loss?.color === training?.color, training?.color === heldOut?.color]).toEqual([true, false]);
  });

  it.each([
    [[]],
    [[{ title: 'loss', curves: [] }]],
    [[{ title: 'loss', curves: [{ name: 'training', points: [] }] }]],
    [[{ title: 'loss', curves: [{ name: 'training', points: at(NaN) }] }]],
  ])('refuses what has nothing to draw', (wrong) => {
    expect(() => curvesSvg(wrong)).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});

describe('curvesPng', () => {
  it('is as large as the document, times the pixel ratio, and has the colours of the curves', () => {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(curvesSvg(panels, options)) ?? [];
    const picture = decode(curvesPng(panels, { ...options, pixelRatio: 1 }));
    expect([picture.width, picture.height]).toEqual([Number(width), Number(height)]);
    const colors = new Set(
      Array.from({ length: picture.data.length / 3 }, (_, i) => picture.data.slice(3 * i, 3 * i + 3).join()),
    );
    expect(colors).toContain('63,144,218');
    expect(colors).toContain('255,169,14');
  });
});
