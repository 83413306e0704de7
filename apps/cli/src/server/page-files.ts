import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HASHED, IMMUTABLE, REVALIDATED } from './http/cache-policy.ts';
import type { EncodedContent, Resource } from './http/resource.ts';

const ENCODINGS = { br: 'br', gz: 'gzip' } as const;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/**
 * The files of the built page by their paths, each with its compressed forms that lie beside it. Links and hidden files
 * are left out.
 */
export function pageFiles(folder: string): ReadonlyMap<string, Resource> {
  const paths = [...walk(folder)];
  const present = new Set(paths);
  const plain = paths.filter((path) => !isEncoded(path, present));
  return new Map(plain.toSorted().map((path) => [path, pageFile(folder, path, present)]));
}

/** Paths in a folder. Listed as a whole by Node, links to folders would be followed. */
function* walk(folder: string, prefix = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile()) yield prefix + entry.name;
    else if (entry.isDirectory()) yield* walk(folder, `${prefix}${entry.name}/`);
  }
}

function isEncoded(path: string, present: ReadonlySet<string>): boolean {
  const [, plain = '', ending = ''] = /^(.+)\.([^.]+)$/.exec(path) ?? [];
  return ending in ENCODINGS && present.has(plain);
}

function pageFile(folder: string, path: string, present: ReadonlySet<string>): Resource {
  const encoded: readonly EncodedContent[] = Object.entries(ENCODINGS)
    .map(([ending, encoding]) => ({ name: `${path}.${ending}`, encoding }))
    .filter(({ name }) => present.has(name))
    .map(({ name, encoding }) => ({ encoding, content: { path: join(folder, name) } }));
  return {
    type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    cacheControl: path.startsWith(HASHED) ? IMMUTABLE : REVALIDATED,
    content: { path: join(folder, path) },
    ...(encoded.length > 0 && { encoded }),
  };
}
