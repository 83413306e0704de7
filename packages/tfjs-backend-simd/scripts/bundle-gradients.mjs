import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const generated = new URL('src/generated/', root);
const core = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-core'));

/** tfjs-core as a whole, and what its modules take of its state, of which there must be one. */
const STATE = {
  'base.js': `export * from '@tensorflow/tfjs-core';`,
  'engine.js': `import { engine } from '@tensorflow/tfjs-core'; export const ENGINE = engine();`,
  'environment.js': `export { env } from '@tensorflow/tfjs-core';`,
};

/** Bundles what tfjs-core does not export, and takes all else from tfjs-core itself. */
const onlyWhatIsPrivate = {
  name: 'only-what-is-private',
  setup({ onLoad }) {
    onLoad({ filter: /tfjs-core\/dist\/.*\.js$/ }, async ({ path }) => {
      const state = STATE[path.slice(core.length + 1)];
      if (state !== undefined) return { contents: state, resolveDir: root.pathname };
      const source = await readFile(path, 'utf8');
      const names = [...source.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)].map(
        ([, name]) => name,
      );
      if (names.length === 0 || !names.every((name) => name in tf)) return undefined;
      return {
        contents: `export { ${names.join(', ')} } from '@tensorflow/tfjs-core';`,
        resolveDir: root.pathname,
      };
    });
  },
};

/** tfjs-core publishes its gradients as modules that Node cannot load, and its bundle for Node leaves them out. */
const registration = await readFile(join(core, 'register_all_gradients.js'), 'utf8');
const imports = [...registration.matchAll(/^import \{ (\w+) \} from '\.\/(gradients\/\w+)';$/gm)];
await mkdir(generated, { recursive: true });
await build({
  stdin: {
    contents: [
      ...imports.map(([, name, path]) => `import { ${name} } from '${join(core, path)}.js';`),
      `export const GRADIENTS = [${imports.map(([, name]) => name).join(', ')}];`,
    ].join('\n'),
    resolveDir: root.pathname,
  },
  bundle: true,
  minify: true,
  legalComments: 'none',
  banner: {
    js: `/*! The gradients of @tensorflow/tfjs-core ${tf.version_core}. Copyright 2017-2024 Google LLC. All Rights Reserved.\nLicensed under the Apache License, Version 2.0: see tfjs-licence.txt. */`,
  },
  format: 'esm',
  platform: 'neutral',
  external: ['@tensorflow/tfjs-core'],
  plugins: [onlyWhatIsPrivate],
  outfile: new URL('gradients.js', generated).pathname,
  logLevel: 'warning',
});
await writeFile(
  new URL('gradients.d.ts', generated),
  `import type { GradConfig } from '@tensorflow/tfjs-core';\n\nexport const GRADIENTS: readonly GradConfig[];\n`,
);
console.log(`gradients.js: ${imports.length} gradients`);
