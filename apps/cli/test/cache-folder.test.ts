import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const isRoot = process.getuid?.() === 0;

/** Without a cache that is named: everything depends on the home folder. Temporary files stay in the test's folder. */
const homeless = () => ({
  FASHION_MNIST_CACHE: undefined,
  FASHION_MNIST_OFFLINE: '',
  XDG_CACHE_HOME: undefined,
  HOME: work.in('home'),
  TMPDIR: work.in('tmp'),
});

const pathsOf = (stdout: string): readonly string[] =>
  JSON.parse(stdout).files.map(({ path }: { path: string }) => path);

async function fetchMade(env: Readonly<Record<string, string | undefined>>) {
  const { definition } = await makeDataset(work.path);
  await mkdir(work.in('tmp'), { recursive: true });
  return runHere(['fetch', definition, '--json'], { ...homeless(), ...env });
}

describe('the cache folder', () => {
  it('is below XDG_CACHE_HOME', async () => {
    const { exitCode, stdout, stderr } = await fetchMade({ XDG_CACHE_HOME: work.in('xdg') });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const path of pathsOf(stdout)) expect(path).toContain(join(work.in('xdg'), 'fashion-mnist', 'made'));
  });

  it.skipIf(process.platform !== 'linux').each(['relative/cache', '.', ''])(
    'ignores XDG_CACHE_HOME when it is %j, as its specification says',
    async (relative) => {
      const { exitCode, stdout } = await fetchMade({ XDG_CACHE_HOME: relative });
      expect(exitCode).toBe(0);
      for (const path of pathsOf(stdout)) expect(path).toContain(work.in('home', '.cache', 'fashion-mnist'));
    },
  );

  it('is the usual one when FASHION_MNIST_CACHE is empty', async () => {
    const { stdout } = await fetchMade({ FASHION_MNIST_CACHE: '', XDG_CACHE_HOME: work.in('xdg') });
    for (const path of pathsOf(stdout)) expect(path).toContain(work.in('xdg'));
  });

  it('is found without HOME', async () => {
    const { exitCode } = await runHere(['fetch', 'mnist', '--offline', '--json'], {
      ...homeless(),
      HOME: undefined,
      XDG_CACHE_HOME: work.in('xdg'),
    });
    expect(exitCode).toBe(3);
  });

  it('named by the user is used or fails: nothing else takes its place', async () => {
    await writeFile(work.in('file'), '');
    const { exitCode, stdout } = await fetchMade({ FASHION_MNIST_CACHE: work.in('file') });
    expect(exitCode).toBe(4);
    expect(JSON.parse(stdout).error.code).toBe('E_CACHE');
  });
});

describe('a home folder that cannot be written', () => {
  const fallback = () => work.in('tmp', `fashion-mnist-cache-${userInfo().uid}`);

  it('gives way to a private temporary folder, with a warning', async () => {
    await writeFile(work.in('home'), 'not a folder');
    const { exitCode, stdout, stderr } = await fetchMade({});
    expect(exitCode).toBe(0);
    for (const path of pathsOf(stdout)) expect(path).toContain(fallback());
    expect(stderr).toMatch(
      /^warning: the usual cache folder cannot be written, .* is used instead; FASHION_MNIST_CACHE names another one\n$/,
    );
  });

  it.skipIf(isRoot)('by its permissions, likewise', async () => {
    await mkdir(work.in('home'));
    await chmod(work.in('home'), 0o500);
    const { exitCode, stdout } = await fetchMade({});
    await chmod(work.in('home'), 0o700);
    expect(exitCode).toBe(0);
    for (const path of pathsOf(stdout)) expect(path).toContain(fallback());
  });

  it('does not keep a map from being written', async () => {
    const { definition } = await makeDataset(work.path);
    await writeFile(work.in('home'), 'not a folder');
    await mkdir(work.in('tmp'));
    const args = ['embed', definition, '--method', 'pca', '--out', work.in('map.csv')];
    const { exitCode, stderr } = await runHere(args, homeless());
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/warning: the map cannot be kept for serve: ENOTDIR/);
    expect(await readFile(work.in('map.csv'), 'utf8')).toMatch(/^index,x,y/);
  });
});
