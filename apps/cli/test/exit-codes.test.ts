import { readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

describe('failures have the exit code of their kind', () => {
  it('3 when the files are not there and it may not fetch them', async () => {
    const { exitCode, stderr } = await runHere(['fetch', '--offline'], work.env);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/offline, and .* lacks train-images-idx3-ubyte/);
  });

  it('3 when no source can be reached, naming each with its reason', async () => {
    const { exitCode, stderr } = await runHere(['fetch', '--from', 'http://127.0.0.1:9/'], work.env);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/- http:\/\/127\.0\.0\.1:9\/: .+\nCheck the network/);
    expect(await work.list('cache')).not.toContain(expect.stringMatching(/ubyte$/));
  });

  it('4 when the cache folder cannot be used', async () => {
    await writeFile(work.in('file'), '');
    const env = { ...work.env, FASHION_MNIST_CACHE: work.in('file') };
    const { exitCode, stderr } = await runHere(['fetch'], env);
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/cannot .* the cache at .*choose another folder with FASHION_MNIST_CACHE/);
  });

  it('5 when a source has other content under the name, and keeps nothing of it', async () => {
    const image = gzipSync(encodeIdx({ data: new Uint8Array(784), shape: [1, 28, 28] }));
    await writeFile(work.in('train-images-idx3-ubyte.gz'), image);
    const { exitCode, stderr } = await runHere(['fetch', '--from', work.path], work.env);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/got an unknown IDX file of shape 1 x 28 x 28/);
    expect(await work.list('cache', 'fashion-mnist')).not.toContain('train-images-idx3-ubyte');
  });

  it('2 when a label stands for no class', async () => {
    const made = await makeDataset(work.path);
    const definition = JSON.parse(await readFile(made.definition, 'utf8'));
    await writeFile(made.definition, JSON.stringify({ ...definition, classNames: ['only one'] }));
    const { exitCode, stdout } = await runHere(['info', made.definition, '--json'], work.env);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout).error.code).toBe('E_LABEL_RANGE');
  });

  it('2 when a file is not what it is taken for', async () => {
    await writeFile(work.in('page.gz'), '<html>');
    const { exitCode, stderr } = await runHere(['info', work.in('page.gz')]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/a page that begins/);
  });

  it('4 when a file is missing', async () => {
    expect((await runHere(['info', work.in('missing.idx')])).exitCode).toBe(4);
  });
});

describe('help', () => {
  it('lists every command and ends well', async () => {
    const { exitCode, stdout } = await runHere(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['fetch', 'info', 'show', 'export', 'embed', 'serve', 'tour'])
      expect(stdout).toContain(`\n  ${command} `);
  });

  it('lists the datasets one a line, and fits 80 columns', async () => {
    const { exitCode, stdout } = await runHere(['export', '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\nDatasets:\n {2}fashion-mnist +Fashion-MNIST\n {2}mnist +MNIST\n/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});
