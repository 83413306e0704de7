import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { publishTogether } from './publish-together.ts';
import type { Rename } from './rename-all.ts';

vi.mock('./rename-all.ts', () => ({
  async renameAll([first]: readonly Rename[]) {
    if (first !== undefined) await rename(first.from, first.to);
    throw new Error('the disk is gone');
  },
}));

const work = useWorkFolder();

it('keeps what it took away and could not put back', async () => {
  const write = (folder: string) => writeFile(join(folder, 'a.txt'), 'new');
  await writeFile(work.in('a.txt'), 'old');
  const options = { signal: new AbortController().signal, force: true };
  await expect(publishTogether(work.path, options, write)).rejects.toThrow('the disk is gone');
  const kept = (await work.list()).find((path) => path.endsWith(join('replaced', 'a.txt')));
  expect(await readFile(work.in(kept ?? ''), 'utf8')).toBe('old');
});
