import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { temporaryFolder } from '../data/temporary-folder.ts';
import type { Cleanup } from '../runner/benchmark.ts';

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Builds a page and serves it, cross-origin isolated.
 *
 * @param root - The folder of its `index.html`.
 * @param files - Paths of files that lie beside the page, by name.
 * @returns Its address.
 */
export async function servePage(
  root: string,
  files: Readonly<Record<string, string>>,
  cleanup: Cleanup,
): Promise<string> {
  const outDir = await temporaryFolder(cleanup);
  const shared = { root, configFile: false, logLevel: 'error' } as const;
  await build({
    ...shared,
    resolve: { conditions: ['@fashion-mnist/source', 'module', 'browser', 'development|production'] },
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', emptyOutDir: true },
  });
  for (const [name, path] of Object.entries(files)) await copyFile(path, join(outDir, name));
  const server = await preview({ ...shared, build: { outDir }, preview: { headers: ISOLATION, port: 0 } });
  cleanup.defer(() => server.close());
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('expected the page to be served on this machine');
  return url;
}
