import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** esbuild leaves addresses of workers as they are, so that these files are built beside the page, under their names. */
const WORKERS = [
  'kernels/dist/pool/kernels-worker.browser.js',
  'transforms/dist/batches/batches-worker.browser.js',
  'visualize/dist/reference/reference-worker.browser.js',
];

/** Bundles `page.js` of a project as the READMEs say. */
export async function bundleWithEsbuild(project: string, outdir: string): Promise<void> {
  const workers = WORKERS.map((path) => join(project, 'node_modules/@fashion-mnist', path));
  const { warnings } = await build({
    entryPoints: [join(project, 'page.js'), ...workers],
    entryNames: '[name]',
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  cpSync(join(project, 'index.html'), join(outdir, 'index.html'));
}
