import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { TSNE_JS, UMAP_JS } from '../src/reference/engines.ts';

const require = createRequire(import.meta.url);

it.each([
  { engine: UMAP_JS, name: 'umap-js' },
  { engine: TSNE_JS, name: 'tsne-js' },
])('names the version of $name that is installed', ({ engine, name }) => {
  const manifest = join(dirname(require.resolve(name)), '..', 'package.json');
  expect(engine).toBe(`${name} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`);
});
