import { describe, expect, it } from 'vitest';

const { parseRoute, routeHash } = await importInPage();

/** The module listens to the address of the page; in Node there is none. */
async function importInPage() {
  if (!('location' in globalThis)) {
    Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => {} });
  }
  return import('./route.ts');
}

describe('parseRoute', () => {
  it.each([
    { hash: '', part: 'map' },
    { hash: '#/', part: 'map' },
    { hash: '#/train', part: 'train' },
    { hash: '#errors', part: 'errors' },
  ])('takes $hash for the part $part', ({ hash, part }) => {
    expect(parseRoute(hash).part).toBe(part);
  });

  it('reads back what routeHash wrote', () => {
    const query = new URLSearchParams({ layout: 't-sne & co', s: 'a=b?c' });
    const { part, query: read } = parseRoute(routeHash('map', query));
    expect(part).toBe('map');
    expect([...read]).toEqual([...query]);
  });
});
