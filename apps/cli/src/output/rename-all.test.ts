import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { renameAll } from './rename-all.ts';

const work = useWorkFolder();

describe('renameAll', () => {
  it('renames in order', async () => {
    await writeFile(work.in('a'), '');
    await renameAll([
      { from: work.in('a'), to: work.in('b') },
      { from: work.in('b'), to: work.in('c') },
    ]);
    expect(await readdir(work.path)).toEqual(['c']);
  });

  it('undoes what it did when a step fails', async () => {
    await mkdir(work.in('a'));
    await writeFile(work.in('b'), '');
    const steps = [
      { from: work.in('a'), to: work.in('x') },
      { from: work.in('b'), to: work.in('a') },
      { from: work.in('missing'), to: work.in('b') },
    ];
    await expect(renameAll(steps)).rejects.toMatchObject({ code: 'ENOENT' });
    const entries = await readdir(work.path, { withFileTypes: true });
    expect(entries.map((entry) => [entry.name, entry.isDirectory()])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });
});
