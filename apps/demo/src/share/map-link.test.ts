import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MapLink, MOST_LINKED_IDS, readMapLink, SPLIT_CHOICES, writeMapLink } from './map-link.ts';
import { packIds, unpackIds } from './pack-ids.ts';

const IMAGES = 70_000;

const coordinate = fc.double({ min: -2, max: 2, noNaN: true }).map((value) => value + 0);
const camera = fc.record({
  x: coordinate,
  y: coordinate,
  scale: fc.double({ min: 1, max: 1e6, noNaN: true }),
});
const ids = (most: number) =>
  fc
    .uniqueArray(fc.nat(IMAGES - 1), { maxLength: most })
    .map((values) => Uint32Array.from(values.toSorted((a, b) => a - b)));
const link: fc.Arbitrary<MapLink> = fc.record({
  views: fc
    .uniqueArray(fc.constantFrom('fashion-mnist', 'mnist', 'my-data-0a1b'), { minLength: 1, maxLength: 2 })
    .chain((names) =>
      fc.tuple(
        ...names.map((dataset) =>
          fc.record({
            dataset: fc.constant(dataset),
            camera: fc.option(camera, { nil: undefined }),
            selection: ids(MOST_LINKED_IDS / 2),
          }),
        ),
      ),
    ),
  layout: fc.option(fc.constantFrom('pca', 'umap', 'umap-here-2', 'an id & more'), { nil: undefined }),
  split: fc.constantFrom(...SPLIT_CHOICES),
  hidden: fc.uniqueArray(fc.nat(9)).map((labels) => labels.toSorted((a, b) => a - b)),
});

/** What an address does to a query. */
function throughAddress(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(new URL(`http://localhost/#/map?${query}`).hash.split('?', 2)[1]);
}

describe('a link to the map', () => {
  it('restores exactly what it was made of, through an address', () => {
    fc.assert(
      fc.property(link, (made) => {
        expect(readMapLink(throughAddress(writeMapLink(made)))).toEqual(made);
      }),
    );
  });

  it('takes at most 2 kB, however the selected ids lie', () => {
    const spread = (count: number) =>
      Uint32Array.from({ length: count }, (_, i) => Math.floor((i * (IMAGES - 1)) / (count - 1)));
    const place = { x: -1.234567890123456e-10, y: -0.1234567890123456, scale: 123_456.12345678901 };
    const views = ['fashion-mnist', 'my-data-9bf936'].map((dataset) => ({
      dataset,
      camera: place,
      selection: spread(MOST_LINKED_IDS / 2),
    }));
    const query = writeMapLink({
      views,
      layout: 'umap',
      split: 'train',
      hidden: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    });
    const [fashion] = views;
    const one = writeMapLink({
      views: fashion ? [{ ...fashion, selection: spread(MOST_LINKED_IDS) }] : [],
      layout: 'umap',
      split: 'all',
      hidden: [],
    });
    expect(query.toString().length).toBeLessThan(2000);
    expect(one.toString().length).toBeLessThan(2000);
    fc.assert(fc.property(link, (made) => writeMapLink(made).toString().length < 2000));
  });

  it('leaves a selection out that is too long, and keeps the rest', () => {
    const selection = Uint32Array.from({ length: MOST_LINKED_IDS + 1 }, (_, id) => id);
    const views = [{ dataset: 'mnist', camera: { x: 0, y: 1, scale: 2 }, selection }];
    const made: MapLink = { views, layout: 'pca', split: 'test', hidden: [3] };
    expect(readMapLink(writeMapLink(made))).toEqual({
      ...made,
      views: [{ dataset: 'mnist', camera: { x: 0, y: 1, scale: 2 }, selection: new Uint32Array() }],
    });
  });

  it('is refused when a letter of a camera or a selection was lost or is another one', () => {
    const made = writeMapLink({
      views: [
        { dataset: 'mnist', camera: { x: 0.25, y: -0.5, scale: 400 }, selection: Uint32Array.of(7, 69_999) },
      ],
      layout: 'umap',
      split: 'all',
      hidden: [],
    }).toString();
    const from = made.indexOf('at=');
    fc.assert(
      fc.property(fc.integer({ min: from + 3, max: made.length - 1 }), (length) => {
        expect(readMapLink(new URLSearchParams(made.slice(0, length)))).toBeUndefined();
        const letter = made[length] === '7' ? '8' : '7';
        const other = `${made.slice(0, length)}${letter}${made.slice(length + 1)}`;
        expect(readMapLink(new URLSearchParams(other))).toBeUndefined();
      }),
    );
  });

  it.each([
    'split=validation',
    'hide=1+x',
    'hide=-1',
    'data=a+b+c',
    'data=a+a',
    'sel=AA',
    'at=0+0+1&check=AAAAAA',
  ])('is refused when it says %s', (text) => {
    expect(readMapLink(new URLSearchParams(text))).toBeUndefined();
  });

  it('may be written by hand, and may say little', () => {
    expect(readMapLink(new URLSearchParams('data=mnist&layout=pca&split=test'))).toEqual({
      views: [{ dataset: 'mnist', camera: undefined, selection: new Uint32Array() }],
      layout: 'pca',
      split: 'test',
      hidden: [],
    });
    expect(readMapLink(new URLSearchParams())).toEqual({
      views: [],
      layout: undefined,
      split: 'all',
      hidden: [],
    });
  });
});

describe('unpackIds', () => {
  it('reads back what packIds wrote', () => {
    fc.assert(
      fc.property(ids(2000), (some) => {
        expect(unpackIds(packIds(some))).toEqual(some);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = unpackIds(text);
        expect(found === undefined || found instanceof Uint32Array).toBe(true);
      }),
    );
  });
});
