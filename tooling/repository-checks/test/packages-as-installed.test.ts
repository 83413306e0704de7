import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PublishedPackage, publishedPackages, root, run } from './workspace.ts';

interface Tarball extends PublishedPackage {
  readonly path: string;
}

/** Packages with a module to import; the CLI is a command and the page is a file. */
const LIBRARIES = publishedPackages().filter(({ folder }) => folder.startsWith(join(root, 'packages')));

const hasData = process.env['FASHION_MNIST_TEST_FASHION'] !== 'absent';
const project = mkdtempSync(join(tmpdir(), 'packages-as-installed-'));
const command = join(project, 'node_modules/.bin/fashion-mnist');
const tarballs: Tarball[] = [];

beforeAll(() => {
  for (const { name, folder } of publishedPackages()) {
    const packed = JSON.parse(run('pnpm', ['pack', '--json', '--pack-destination', project], folder));
    tarballs.push({ name, folder, path: packed.filename });
  }
  const dependencies = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies, overrides: dependencies }),
  );
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], project);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

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

describe.each(LIBRARIES)('$name, installed in an empty folder', ({ name, folder }) => {
  it('satisfies publint', () => {
    run(
      join(root, 'tooling/repository-checks/node_modules/.bin/publint'),
      ['--strict', '--pack', 'pnpm'],
      folder,
    );
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

function manifestOf(name: string) {
  return JSON.parse(run('tar', ['-xzOf', tarballOf(name), 'package/package.json'], project));
}

describe('all packages, installed in an empty folder', () => {
  it.each([
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('type-check under $moduleResolution', (resolution) => {
    const uses = LIBRARIES.map(
      ({ name }, i) => `import * as m${i} from '${name}';\nexport const v${i}: typeof m${i} = m${i};\n`,
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

  it('run a projection in their own worker', () => {
    writeFileSync(
      join(project, 'worker.mjs'),
      `import { tsne } from '@fashion-mnist/visualize';
       const samples = { data: Float32Array.from({ length: 90 }, (_, i) => Math.sin(i)), shape: [30, 3] };
       const { coordinates } = await tsne(samples, { perplexity: 5, nIter: 100 });
       console.log(coordinates.shape.join());\n`,
    );
    expect(run(process.execPath, ['worker.mjs'], project).trim()).toBe('30,2');
  });

  it('compute on threads that share memory', () => {
    writeFileSync(
      join(project, 'pool.mjs'),
      `import { createWorkerPool, exactNeighbors } from '@fashion-mnist/kernels';
       const pool = await createWorkerPool({ threads: 2 });
       const samples = { data: Float32Array.from({ length: 90 }, (_, i) => Math.sin(i)), shape: [30, 3] };
       const { indices } = await exactNeighbors(samples, { neighborCount: 4, pool });
       await pool.dispose();
       console.log(pool.sharesMemory, indices.shape.join());\n`,
    );
    expect(run(process.execPath, ['pool.mjs'], project).trim()).toBe('true 30,4');
  });

  it('train a network of TensorFlow.js on threads that share memory', () => {
    writeFileSync(
      join(project, 'train.mjs'),
      `import { registerSimdBackend } from '@fashion-mnist/tfjs-backend-simd';
       import * as tf from '@tensorflow/tfjs-core';
       registerSimdBackend({ threads: 2 });
       await tf.setBackend('simd');
       const [x, y] = [tf.ones([4, 6, 6, 1]), tf.zeros([4, 4, 4, 2])];
       const filter = tf.variable(tf.ones([3, 3, 1, 2]));
       const loss = () => tf.losses.meanSquaredError(y, tf.relu(tf.conv2d(x, filter, 1, 'valid')));
       for (let step = 0; step < 50; step++) tf.train.sgd(0.01).minimize(loss);
       const [left] = await loss().data();
       console.log(tf.getBackend(), left < 0.1);\n`,
    );
    expect(run(process.execPath, ['train.mjs'], project).trim()).toBe('simd true');
  });

  it('make the command work', () => {
    expect(run(command, ['--version'], project).trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(run(command, ['--help'], project)).toContain('embed');
  });

  it.skipIf(!hasData)('make the tour work, with its thread and its page', async () => {
    const { pictures } = JSON.parse(run(command, ['tour', '--no-serve', '--json'], project));
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
