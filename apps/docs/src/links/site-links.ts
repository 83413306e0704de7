import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SitePage {
  /** Below the site: `guides/load-data.html`. */
  readonly path: string;
  readonly html: string;
}

export function readSite(folder: string): readonly SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({
      path,
      html: readFileSync(join(folder, path), 'utf8'),
    }));
}

/** Links between pages of a built site that lead nowhere: neither to a page or a file of it, nor to an id there. */
export function brokenLinks(site: readonly SitePage[], files: ReadonlySet<string>): readonly string[] {
  const ids = new Map(site.map(({ path, html }) => [path, idsIn(html)]));
  return site.flatMap(({ path, html }) =>
    internalTargets(html)
      .filter((target) => !leadsSomewhere(path, target, ids, files))
      .map((target) => `${path}: ${target}`),
  );
}

/** Addresses of other servers from which the pages would load something by themselves. */
export function foreignResources(site: readonly SitePage[]): readonly string[] {
  const loaded =
    /<(?:script|img|iframe|source)\b[^>]*?\bsrc="([^"]+)"|<link\b(?![^>]*\brel="canonical")[^>]*?\bhref="([^"]+)"/g;
  return site.flatMap(({ html }) =>
    Array.from(html.matchAll(loaded), ([, src, href]) => src ?? href ?? '').filter((address) =>
      /^(https?:)?\/\//.test(address),
    ),
  );
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id));
}

function internalTargets(html: string): readonly string[] {
  const targets = Array.from(html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g), ([, target = '']) => target);
  return targets.filter((target) => !/^[a-z][a-z+.-]*:|^\/\//i.test(target));
}

function leadsSomewhere(
  from: string,
  target: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
): boolean {
  const { pathname, hash } = new URL(target.replaceAll('&amp;', '&'), `http://site/${from}`);
  const path = decodeURIComponent(pathname)
    .slice(1)
    .replace(/^$|\/$/, (end) => `${end}index.html`);
  const anchor = decodeURIComponent(hash.slice(1));
  return ids.has(path) ? anchor === '' || ids.get(path)?.has(anchor) === true : files.has(path);
}
