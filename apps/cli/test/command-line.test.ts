import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand, startCommand, waitForOutput } from './run-command.ts';

let folder: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  env = { FASHION_MNIST_CACHE: join(folder, 'cache'), FASHION_MNIST_OFFLINE: '' };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true }).catch((): string[] => [])).toSorted();

describe('wrong use ends with exit code 1 and says what would be right', () => {
  it.each([
    { args: ['fetch', 'fashion'], says: /expected one of fashion-mnist, mnist, got 'fashion'/ },
    { args: ['fetc'], says: /Did you mean fetch/ },
    { args: ['fetch', '--offlin'], says: /Did you mean --offline/ },
    { args: ['embed', '--method', 'som'], says: /Allowed choices are pca, tsne, umap/ },
    { args: ['show', '--index', '1e3'], says: /Expected a whole number/ },
    { args: ['show', '--grid', '0x4'], says: /Expected rows and columns/ },
    { args: ['info', 'nothing'], says: /or the path of an IDX file, got 'nothing'/ },
    { args: ['embed', '--method', 'pca', '--out', 'map.gif'], says: /ends in \.csv, \.json, \.svg, \.png/ },
  ])('$args', async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runCommand(args, env);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
  });
});

describe('failures have the exit code of their kind', () => {
  it('3 when the files are not there and it may not fetch them', async () => {
    const { exitCode, stderr } = await runCommand(['fetch', '--offline'], env);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/offline, and .* lacks train-images-idx3-ubyte/);
  });

  it('3 also for an empty FASHION_MNIST_CACHE, which counts as none', async () => {
    const home = { HOME: folder, XDG_CACHE_HOME: join(folder, 'xdg'), FASHION_MNIST_CACHE: '' };
    const { exitCode, stderr } = await runCommand(['fetch', '--offline'], home);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(join(folder, 'xdg', 'fashion-mnist'));
  });

  it('3 when no source can be reached, naming each with its reason', async () => {
    const { exitCode, stderr } = await runCommand(['fetch', '--from', 'http://127.0.0.1:9/'], env);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/- http:\/\/127\.0\.0\.1:9\/: .+\nCheck the network/);
    expect(await filesIn(join(folder, 'cache'))).toEqual(['fashion-mnist']);
  });

  it('4 when the cache folder cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');
    const { exitCode, stderr } = await runCommand(['fetch'], {
      ...env,
      FASHION_MNIST_CACHE: join(folder, 'file'),
    });
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/cannot .* the cache at .*choose another folder with FASHION_MNIST_CACHE/);
  });

  it('5 when a source has other content under the name, and keeps nothing of it', async () => {
    const image = gzipSync(encodeIdx({ data: new Uint8Array(784), shape: [1, 28, 28] }));
    await writeFile(join(folder, 'train-images-idx3-ubyte.gz'), image);
    const { exitCode, stderr } = await runCommand(['fetch', '--from', folder], env);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/got an unknown IDX file of shape 1 x 28 x 28/);
    expect(await filesIn(join(folder, 'cache'))).toEqual(['fashion-mnist']);
  });

  it('2 when a file is not what it is taken for', async () => {
    await writeFile(join(folder, 'page.gz'), '<html>');
    const { exitCode, stderr } = await runCommand(['info', join(folder, 'page.gz')]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/a page that begins/);
  });

  it('4 when a file is missing', async () => {
    expect((await runCommand(['info', join(folder, 'missing.idx')])).exitCode).toBe(4);
  });

  it('and with --json, one document that holds the code', async () => {
    const { exitCode, stdout } = await runCommand(['fetch', '--offline', '--json'], env);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'E_OFFLINE', message: expect.stringContaining('offline') },
    });
  });
});

describe('an interrupted download', () => {
  it.each([
    { signal: 'SIGINT', expected: 130 },
    { signal: 'SIGTERM', expected: 143 },
  ] as const)(
    'ends with exit code $expected on $signal, at once, and leaves no file',
    async ({ signal, expected }) => {
      const server = createServer((_, response) =>
        response.writeHead(200, { 'content-length': 1000 }).write('half'),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const command = startCommand(['fetch', '--from', from], env);
      await once(server, 'request');
      command.process.kill(signal);
      expect((await command.finished).exitCode).toBe(expected);
      expect(await filesIn(join(folder, 'cache'))).toEqual(['fashion-mnist']);
      server.close().closeAllConnections();
    },
  );
});

describe('info of a file', () => {
  it('reads its header, gzipped or plain', async () => {
    const raw = encodeIdx({ data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] });
    await writeFile(join(folder, 'features.idx.gz'), gzipSync(raw));
    const { exitCode, stdout } = await runCommand(['info', join(folder, 'features.idx.gz'), '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      gzipped: true,
      elementType: 'float32',
      shape: [2, 3],
      byteLength: raw.length,
      knownAs: null,
    });
  });
});

describe('help', () => {
  it('lists every command and ends well', async () => {
    const { exitCode, stdout } = await runCommand(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['fetch', 'info', 'show', 'embed', 'serve', 'tour'])
      expect(stdout).toContain(`\n  ${command} `);
  });

  it('does not mind that its reader has gone', async () => {
    const command = startCommand(['--help']);
    command.process.stdout?.destroy();
    expect((await command.finished).exitCode).toBe(0);
  });
});

it('waitForOutput fails for a command that ends without a word', async () => {
  await expect(waitForOutput(startCommand(['--version']), /never printed/)).rejects.toThrow(/ended without/);
});

it('leaves an existing output alone unless it is told to overwrite it', async () => {
  await mkdir(join(folder, 'cache'));
  const path = join(folder, 'map.svg');
  await writeFile(path, 'precious');
  const { exitCode, stderr } = await runCommand(['embed', '--method', 'pca', '--out', path], env);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/map\.svg exists: pass --force/);
  expect(await readFile(path, 'utf8')).toBe('precious');
});
