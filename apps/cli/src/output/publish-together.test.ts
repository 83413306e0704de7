import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { publishTogether } from './publish-together.ts';

const work = useWorkFolder();
const never = new AbortController().signal;

const writeTwo = (content: string) => async (folder: string) => {
  await writeFile(join(folder, 'a.txt'), content);
  await mkdir(join(folder, 'tree'));
  await writeFile(join(folder, 'tree', 'b.txt'), content);
};
const contents = () =>
  Promise.all(['a.txt', 'tree/b.txt'].map((name) => readFile(work.in('out', name), 'utf8')));

describe('publishTogether', () => {
  it('makes the folder and puts files and folders into it, and nothing else', async () => {
    await publishTogether(work.in('out'), { signal: never }, writeTwo('new'));
    expect(await work.list('out')).toEqual(['a.txt', 'tree', 'tree/b.txt']);
  });

  it('shows nothing under the final names until all is written', async () => {
    await publishTogether(work.in('out'), { signal: never }, async (folder) => {
      await writeTwo('new')(folder);
      expect((await work.list('out')).filter((path) => /^[a-z]/.test(path))).toEqual([]);
    });
  });

  it('hands on the result', async () => {
    expect(await publishTogether(work.in('out'), { signal: never }, async () => 42)).toBe(42);
  });

  it('leaves everything as it was when writing fails, also folders that were not there', async () => {
    await mkdir(work.in('kept'));
    const fail = async (folder: string) => {
      await writeTwo('new')(folder);
      throw new Error('half way');
    };
    await expect(publishTogether(work.in('kept', 'a', 'b'), { signal: never }, fail)).rejects.toThrow(
      'half way',
    );
    expect(await work.list()).toEqual(['kept']);
  });

  it('leaves everything as it was when it is aborted', async () => {
    const controller = new AbortController();
    const abort = async (folder: string) => {
      await writeTwo('new')(folder);
      controller.abort(new Error('enough'));
    };
    await expect(publishTogether(work.in('out'), { signal: controller.signal }, abort)).rejects.toThrow(
      'enough',
    );
    expect(await work.list()).toEqual([]);
  });

  it('refuses a name that is taken, and changes none', async () => {
    await mkdir(work.in('out', 'tree'), { recursive: true });
    await expect(publishTogether(work.in('out'), { signal: never }, writeTwo('new'))).rejects.toThrow(
      /tree exists: pass --force/,
    );
    expect(await work.list('out')).toEqual(['tree']);
  });

  it('replaces files and whole folders with force', async () => {
    await publishTogether(work.in('out'), { signal: never }, writeTwo('old'));
    await writeFile(work.in('out', 'tree', 'more.txt'), '');
    await publishTogether(work.in('out'), { signal: never, force: true }, writeTwo('new'));
    expect(await work.list('out')).toEqual(['a.txt', 'tree', 'tree/b.txt']);
    expect(await contents()).toEqual(['new', 'new']);
  });

  it('looks once more when all is written, and changes nothing if something must not be replaced', async () => {
    await publishTogether(work.in('out'), { signal: never }, writeTwo('old'));
    const requireFree = async () => {
      expect(await contents()).toEqual(['old', 'old']);
      throw new Error('tree has come into use');
    };
    await expect(
      publishTogether(work.in('out'), { signal: never, force: true, requireFree }, writeTwo('new')),
    ).rejects.toThrow('tree has come into use');
    expect(await contents()).toEqual(['old', 'old']);
    expect(await work.list('out')).toEqual(['a.txt', 'tree', 'tree/b.txt']);
  });

  it('does not replace a folder by a file, whatever the force', async () => {
    await mkdir(work.in('out', 'a.txt'), { recursive: true });
    await expect(
      publishTogether(work.in('out'), { signal: never, force: true }, writeTwo('new')),
    ).rejects.toThrow(/a\.txt is a folder/);
    expect(await work.list('out')).toEqual(['a.txt']);
  });

  it('replaces a link, not the file that it points to', async () => {
    await mkdir(work.in('out'));
    await writeFile(work.in('precious'), 'precious');
    await symlink(work.in('precious'), work.in('out', 'a.txt'));
    await publishTogether(work.in('out'), { signal: never, force: true }, writeTwo('new'));
    expect(await readFile(work.in('precious'), 'utf8')).toBe('precious');
    expect(await contents()).toEqual(['new', 'new']);
  });

  it('lets one of many win, and all that it wrote is its own', async () => {
    const runs = Array.from({ length: 12 }, (_, run) =>
      publishTogether(work.in('out'), { signal: never }, writeTwo(`${run}`)),
    );
    const results = await Promise.allSettled(runs);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    expect(await contents()).toEqual([`${winner}`, `${winner}`]);
    expect(await work.list('out')).toEqual(['a.txt', 'tree', 'tree/b.txt']);
  });

  it('never mixes what several write with force', async () => {
    const runs = Array.from({ length: 12 }, (_, run) =>
      publishTogether(work.in('out'), { signal: never, force: true }, writeTwo(`${run}`)),
    );
    await Promise.all(runs);
    const [first, second] = await contents();
    expect(second).toBe(first);
    expect(await work.list('out')).toEqual(['a.txt', 'tree', 'tree/b.txt']);
  });
});
