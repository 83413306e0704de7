import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const folder = fileURLToPath(new URL('..', import.meta.url));
const vitepress = join(
  dirname(createRequire(import.meta.url).resolve('vitepress/package.json')),
  'bin/vitepress.js',
);

/** Builds the site as a host would get it. Fails, with what VitePress says, where a link between pages is dead. */
export async function buildSite(out: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const args = [vitepress, 'build', 'site', '--outDir', out];
  await promisify(execFile)(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
}
