import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '@fashion-mnist/config/chromium';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleWithEsbuild } from './bundle-with-esbuild.ts';
import { installPackages } from './installed-project.ts';
import { useInPage } from './use-in-page.ts';
import { publishedPackages, root, run } from './workspace.ts';

/** Packages with a module to import; the CLI is a command and the page is a file. */
const LIBRARIES = publishedPackages().filter(({ folder }) => folder.startsWith(join(root, 'packages')));

/** Where Debian and others put theirs; the workspace itself needs a newer one. */
const OLDEST_NODE = '/usr/bin/node';

const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';
const { folder: project, tarballs, remove } = installPackages();
const command = join(project, 'node_modules/.bin/fashion-mnist');
afterAll(remove);

/** TensorFlow.js's own declarations, and those it brings, do not agree with the DOM of a current TypeScript. */
const FOREIGN = /^node_modules\/@(tensorflow|webgpu)\/|\/lib\.dom\.d\.ts\(/;

/** What the compiler says of our declarations, and of how they are used. */
function typeErrors(): string[] {
  try {
    run(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json', '--pretty', 'false'], project);
    return [];
  } catch (error) {
    const complaints = String(error).match(/^.*error TS\d+.*$/gm);
    if (complaints === null) throw error;
    return complaints.filter((complaint) => !FOREIGN.test(complaint));
  }
}

const tarballOf = (name: string) => tarballs.find((tarball) => tarball.name === name)?.path ?? '';

describe.each(publishedPackages())('$name, packed', ({ name }) => {
  it('ships neither sources nor tests, but a licence and a README', () => {
    const files = run('tar', ['-tzf', tarballOf(name)], project)
      .trim()
      .split('\n');
    expect(files.filter((file) => /\/(src|test|examples|node_modules)\//.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['package/LICENSE', 'package/README.md', 'package/package.json']),
    );
  });

  it('names no workspace, no catalog and no source condition', () => {
    const { devDependencies: _, scripts: __, ...published } = manifestOf(name);
    expect(JSON.stringify(published)).not.toMatch(/workspace:|catalog:|@fashion-mnist\/source/);
  });
});

describe.each(LIBRARIES)('$name, installed in an empty folder', ({ name }) => {
  it('satisfies publint', () => {
    const publint = join(root, 'tooling/repository-checks/node_modules/.bin/publint');
    run(publint, ['--strict', tarballOf(name)], project);
  });

  it('has types that resolve', () => {
    const attw = join(root, 'tooling/repository-checks/node_modules/.bin/attw');
    const data = dataEntriesOf(name);
    const options = data.length > 0 ? ['--exclude-entrypoints', ...data] : [];
    run(attw, [tarballOf(name), '--profile', 'esm-only', '--no-emoji', '--no-color', ...options], project);
  });

  it('imports in plain Node', () => {
    writeFileSync(join(project, 'import.mjs'), `console.log(Object.keys(await import('${name}')).length);\n`);
    expect(Number(run(process.execPath, ['import.mjs'], project))).toBeGreaterThan(0);
  });
});

/** Entries that are files of data: they have no types. */
function dataEntriesOf(name: string): string[] {
  return Object.keys(manifestOf(name).exports ?? {}).filter((entry) => entry.endsWith('.jsonl'));
}

/** What can be imported of a package. */
function modulesOf({ name }: { readonly name: string }): string[] {
  const entries = Object.entries(manifestOf(name).exports ?? {});
  return entries.flatMap(([entry, target]) => (typeof target === 'string' ? [] : [entry.replace('.', name)]));
}

function manifestOf(name: string) {
  return JSON.parse(run('tar', ['-xzOf', tarballOf(name), 'package/package.json'], project));
}

describe('all packages, installed in an empty folder', () => {
  const used = JSON.parse(run(process.execPath, ['main.js'], project));

  it.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('type-check under $moduleResolution', (resolution) => {
    const uses = LIBRARIES.flatMap(modulesOf).map(
      (name, i) => `import * as m${i} from '${name}';\nexport const v${i}: typeof m${i} = m${i};\n`,
    );
    writeFileSync(join(project, 'use.ts'), uses.join(''));
    const compilerOptions = {
      ...resolution,
      noEmit: true,
      strict: true,
      skipLibCheck: false,
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: [],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    expect(typeErrors()).toEqual([]);
  });

  it('compute on threads that share memory, train, map and save, in this Node', () => {
    expect(used).toMatchObject({
      kernels: expect.stringMatching(/^threads /),
      models: 1,
      'transforms/batches': expect.any(String),
      visualize: expect.stringContaining('a picture'),
      'visualize, its reference': '60,2',
      'tfjs-backend-simd': expect.stringMatching(/^simd /),
      benchmark: 'function',
    });
  });

  it.skipIf(!existsSync(OLDEST_NODE))('give the same in the oldest Node that is supported', () => {
    expect(run(OLDEST_NODE, ['--version'], project)).toMatch(/^v20\./);
    expect(JSON.parse(run(OLDEST_NODE, ['main.js'], project))).toEqual(used);
  });

  it.skipIf(findChromium() === undefined)('give the same in a page, bundled by esbuild', async () => {
    const outdir = join(project, 'out-esbuild');
    await bundleWithEsbuild(project, outdir);
    expect(await useInPage(outdir, true)).toEqual(used);
  });

  it('make the command work', () => {
    expect(run(command, ['--version'], project).trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(run(command, ['--help'], project)).toContain('embed');
  });

  it.skipIf(!hasData)('make the tour work, with its thread and its page', async () => {
    const { learned, pictures } = JSON.parse(run(command, ['tour', '--no-serve', '--json'], project));
    expect(learned).toMatchObject({ trainCount: 60_000, accuracy: expect.closeTo(0.855, 2) });
    expect(pictures).toHaveLength(7);
    const server = spawn(command, ['serve', '--json'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(server.stdout, 'data');
    const page = await fetch(JSON.parse(String(line)).address);
    expect(await page.text()).toContain('Fashion-MNIST');
    server.kill('SIGINT');
    expect((await once(server, 'close'))[0]).toBe(0);
  });
});
