import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const SOURCE = '@fashion-mnist/source';

/** Where TypeScript finds what a package imports of its own as `#name`. */
function ownImports() {
  const { imports = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.fromEntries(Object.entries(imports).map(([name, target]) => [name, [sourceOf(target)]]));
}

const sourceOf = ({ [SOURCE]: source, default: target }) => source ?? sourceOf(target);

/** Declarations of other packages are those they were built with, which are read in half the time of their sources. */
const declarationOptions = { customConditions: [], paths: ownImports() };

/** Shared tsup preset: ESM only, declarations for the public entries, `#imports` left for the consumer's resolver. */
export const library = (entry, { publicEntries = [entry[0]], ...overrides } = {}) => ({
  entry,
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  dts: { entry: publicEntries, compilerOptions: declarationOptions },
  sourcemap: true,
  clean: true,
  splitting: true,
  external: [/^node:/, /^#/],
  removeNodeProtocol: false,
  esbuildPlugins: [workerUrls],
  ...overrides,
});

/** Sources name their worker as `new URL('./x.ts', import.meta.url)`; the built file stands beside it as `./x.js`. */
const workerUrls = {
  name: 'worker-urls',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /(new URL\(\s*'\.\/[\w.-]+)\.ts('\s*,\s*import\.meta\.url)/g,
        '$1.js$2',
      );
      return contents === source ? undefined : { contents, loader: 'ts' };
    });
  },
};
