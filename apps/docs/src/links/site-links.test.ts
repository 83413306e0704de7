import { describe, expect, it } from 'vitest';
import { brokenLinks, foreignResources } from './site-links.ts';

const SITE = [
  { path: 'index.html', html: '<a href="/guides/map.html#colours">map</a><img src="/assets/a.webp">' },
  {
    path: 'guides/map.html',
    html: '<h2 id="colours"></h2><a href="../index.html">back</a><a href="#colours">here</a>',
  },
];
const FILES = new Set(['index.html', 'guides/map.html', 'assets/a.webp']);
const withLink = (href: string) => [
  ...SITE,
  { path: 'guides/other.html', html: `<a class="x" href="${href}">x</a>` },
];

describe('brokenLinks', () => {
  it('finds nothing wrong with pages, anchors, files and other sites', () => {
    for (const href of ['map.html', '/', '/assets/a.webp', 'map.html#colours', 'https://example.org/#none'])
      expect(brokenLinks(withLink(href), FILES)).toEqual([]);
  });

  it.each(['/none.html', 'none.html', 'map.html#none', '#none', '/guides/'])('names %s', (href) => {
    expect(brokenLinks(withLink(href), FILES)).toEqual([`guides/other.html: ${href}`]);
  });
});

describe('foreignResources', () => {
  it('names what a page would load from other servers, not where it links to', () => {
    const html =
      '<script async src="https://cdn.example/a.js"></script><link rel="stylesheet" href="//cdn.example/a.css">';
    expect(foreignResources([{ path: 'a.html', html }])).toEqual([
      'https://cdn.example/a.js',
      '//cdn.example/a.css',
    ]);
    expect(foreignResources([...SITE, ...withLink('https://example.org/')])).toEqual([]);
  });
});
