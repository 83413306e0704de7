import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CLASS_NAMES, makeDataset } from './made-dataset.ts';
import { runCommand } from './run-command.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

/** Each command that writes, with what it writes first. */
const WRITERS = [
  { command: ['show'], file: 'picture.png', out: ['picture.png'] },
  { command: ['embed', '--method', 'pca'], file: 'map.svg', out: ['map.svg'] },
  { command: ['export', '--to', 'csv'], file: 'made_train.csv', out: [] },
  { command: ['export', '--to', 'npz'], file: 'made.npz', out: [] },
] as const;

async function run({ command: [name, ...options], out }: (typeof WRITERS)[number], ...more: string[]) {
  const { definition } = await makeDataset(work.path);
  return runHere([name, definition, ...options, '--out', work.in('out', ...out), ...more], work.env);
}

describe.each(WRITERS)('$command', (writer) => {
  it('refuses an output that exists, and leaves it as it is', async () => {
    await mkdir(work.in('out'));
    await writeFile(work.in('out', writer.file), 'precious');
    const { exitCode, stdout, stderr } = await run(writer);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${writer.file} exists: pass --force`);
    expect(stdout).toBe('');
    expect(await work.list('out')).toEqual([writer.file]);
    expect(await readFile(work.in('out', writer.file), 'utf8')).toBe('precious');
  });

  it('replaces it with --force', async () => {
    await mkdir(work.in('out'));
    await writeFile(work.in('out', writer.file), 'old');
    expect((await run(writer, '--force')).exitCode).toBe(0);
    expect(await readFile(work.in('out', writer.file), 'utf8')).not.toBe('old');
  });

  it('refuses an output that is a folder, also with --force', async () => {
    await mkdir(work.in('out', writer.file), { recursive: true });
    const { exitCode, stderr } = await run(writer, '--force');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${writer.file} is a folder`);
    expect(await work.list('out')).toEqual([writer.file]);
  });

  it('refuses an output inside of a file', async () => {
    await writeFile(work.in('out'), 'a file');
    const { exitCode, stderr } = await run(writer, '--force');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/inside of/);
    expect(await readFile(work.in('out'), 'utf8')).toBe('a file');
  });
});

describe('export', () => {
  it('puts its files beside others in a folder that exists', async () => {
    await mkdir(work.in('out'));
    await writeFile(work.in('out', 'other'), '');
    await run(WRITERS[2]);
    expect(await work.list('out')).toEqual(['made_test.csv', 'made_train.csv', 'other']);
  });

  it('writes into a folder that is named by a link', async () => {
    await mkdir(work.in('real'));
    await symlink(work.in('real'), work.in('out'));
    expect((await run(WRITERS[2])).exitCode).toBe(0);
    expect(await work.list('real')).toEqual(['made_test.csv', 'made_train.csv']);
  });

  it('of one file that exists, writes none', async () => {
    await mkdir(work.in('out'));
    await writeFile(work.in('out', 'made_test.csv'), 'precious');
    expect((await run(WRITERS[2])).exitCode).toBe(1);
    expect(await work.list('out')).toEqual(['made_test.csv']);
  });

  it('replaces the folders of pictures as a whole', async () => {
    const { definition } = await makeDataset(work.path);
    const args = ['export', definition, '--to', 'png', '--out', work.in('out'), '--force'];
    await mkdir(work.in('out', 'train', 'stale'), { recursive: true });
    expect((await runHere(args, work.env)).exitCode).toBe(0);
    expect(await work.list('out', 'train')).not.toContain('stale');
    expect((await work.list('out', 'train')).filter((path) => !path.includes('.'))).toHaveLength(
      CLASS_NAMES.length,
    );
  });
});

describe('commands at once with the same --out', () => {
  const names = ['first', 'second', 'third'];

  /** Datasets whose files have the same names and other bytes. */
  async function exportAll(...options: string[]) {
    const made = await Promise.all(
      names.map((name, seed) => makeDataset(work.path, { name, seed, trainCount: 2000 })),
    );
    const results = await Promise.all(
      made.map(({ definition }) =>
        runCommand(
          ['export', definition, '--to', 'idx', '--out', work.in('out'), '--json', ...options],
          work.env,
        ),
      ),
    );
    const files = ['train-images-idx3-ubyte', 't10k-images-idx3-ubyte'];
    const [train, test] = await Promise.all(files.map((file) => readFile(work.in('out', file))));
    const owners = [
      made.findIndex(({ train: { images } }) => train?.subarray(16).equals(images)),
      made.findIndex(({ test: { images } }) => test?.subarray(16).equals(images)),
    ];
    expect(await work.list('out')).toHaveLength(4);
    return { results, owners };
  }

  it('without --force one wins, and the others say that the files exist', async () => {
    const { results, owners } = await exportAll();
    const winner = results.findIndex(({ exitCode }) => exitCode === 0);
    expect(owners).toEqual([winner, winner]);
    const others = results.filter((_, index) => index !== winner);
    for (const { exitCode, stdout } of others) {
      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout).error).toEqual({
        code: 'E_USAGE',
        message: expect.stringMatching(/exists: pass --force/),
      });
    }
  });

  it('with --force all succeed, and the files belong together', async () => {
    const { results, owners } = await exportAll('--force');
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(owners[0]).toBeGreaterThanOrEqual(0);
    expect(owners[1]).toBe(owners[0]);
  });
});
