import { mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
await mkdir(new URL('src/generated', root), { recursive: true });

/** tfjs-core publishes its gradients as modules that Node cannot load; they register themselves in a global registry. */
await build({
  stdin: {
    contents: `import '@tensorflow/tfjs-core/dist/register_all_gradients.js';`,
    resolveDir: root.pathname,
  },
  bundle: true,
  minify: true,
  legalComments: 'eof',
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  external: ['node-fetch', 'util', 'long', 'seedrandom'],
  outfile: new URL('src/generated/gradients.js', root).pathname,
  logLevel: 'warning',
});
