import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
const KILOBYTE = 1000;

/** What a page loads to begin with when it imports these names: gzipped, without what is loaded on demand. */
async function bytesAtOnce(names: readonly string[]): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './src/index.ts'`, resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    external: ['pako'],
    conditions: ['@fashion-mnist/source', 'browser'],
    write: false,
    metafile: true,
    outdir: 'out',
  });
  const outputs = Object.entries(metafile.outputs);
  const [entry = ''] = outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>') ?? [];
  const loaded = new Set([entry]);
  for (const path of loaded) {
    const imports = metafile.outputs[path]?.imports ?? [];
    for (const { kind, path: imported, external } of imports)
      if (kind === 'import-statement' && external !== true) loaded.add(imported);
  }
  const chunks = outputFiles.filter(({ path }) => [...loaded].some((name) => path.endsWith(name)));
  return gzipSync(Buffer.concat(chunks.map(({ contents }) => contents))).length;
}

it.each([
  { what: 'to parse a file', names: ['parseIdx'], limit: 2.5 },
  {
    what: 'to read files, plain, gzipped and streamed',
    names: ['parseIdx', 'parseIdxGz', 'readIdx'],
    limit: 5,
  },
  {
    what: 'for everything',
    names: ['parseIdx', 'parseIdxGz', 'readIdx', 'openIdx', 'writeIdx', 'encodeIdx', 'gunzip', 'isGzip'],
    limit: 6.5,
  },
])('a page loads at most $limit kB $what', async ({ names, limit }) => {
  const bytes = await bytesAtOnce(names);
  expect(bytes).toBeGreaterThan(KILOBYTE);
  expect(bytes).toBeLessThanOrEqual(limit * KILOBYTE);
});
