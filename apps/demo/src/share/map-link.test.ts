import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromQuery, type MapLink, toQuery } from './map-link.ts';

const counts = new Map([
  ['fashion-mnist', 70_000],
  ['mnist', 70_000],
]);
const camera = { x: 0.1234567, y: -0.5, scale: 1234.5 };
const link: MapLink = {
  panes: [
    { dataset: 'fashion-mnist', layout: 'umap', camera, selection: Uint32Array.of(3, 4, 69_999) },
    { dataset: 'mnist', layout: 'tsne', camera: undefined, selection: new Uint32Array() },
  ],
  split: 'test',
  hidden: [0, 7],
};

/** As it comes back from an address. */
function overAddress(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(query.toString());
}

describe('a link to the map', () => {
  it('restores all of it', () => {
    expect(fromQuery(overAddress(toQuery(link)), counts)).toEqual(link);
  });

  it('restores the camera to a ten-millionth', () => {
    const numbers = fc.double({ min: -1, max: 1, noNaN: true });
    const scales = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, scales, (x, y, scale) => {
        const pane = {
          dataset: 'mnist',
          layout: 'pca',
          camera: { x, y, scale },
          selection: new Uint32Array(),
        };
        const read = fromQuery(overAddress(toQuery({ panes: [pane], split: 'all', hidden: [] })), counts);
        expect(read?.panes[0]?.camera?.x).toBeCloseTo(x, 6);
        expect((read?.panes[0]?.camera?.scale ?? 0) / scale).toBeCloseTo(1, 6);
      }),
    );
  });

  it('takes at most 2 kB with 500 selected images', () => {
    const selection = Uint32Array.from({ length: 500 }, (_, i) => 140 * i);
    const pane = { dataset: 'fashion-mnist', layout: 'umap', camera, selection };
    expect(toQuery({ ...link, panes: [pane] }).toString().length).toBeLessThan(2000);
  });

  it.each([
    'd=unknown&l=umap&c=&s=',
    'd=mnist',
    'd=mnist&l=umap&c=1_2&s=',
    'd=mnist&l=umap&c=1_2_0&s=',
    'd=mnist&l=umap&c=1_2_3_4&s=',
    'd=mnist&l=umap&c=&s=%%%',
    'd=mnist&l=umap&c=&s=&split=some',
    'd=mnist&l=umap&c=&s=&hide=x',
    'l=umap',
  ])('that is damaged is none: %s', (text) => {
    expect(fromQuery(new URLSearchParams(text), counts)).toBeUndefined();
  });

  it('is never taken for something else, whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = fromQuery(new URLSearchParams(text), counts);
        expect(read === undefined || read.panes.every(({ dataset }) => counts.has(dataset))).toBe(true);
      }),
    );
  });
});
