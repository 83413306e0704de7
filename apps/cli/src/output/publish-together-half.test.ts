import fs, { readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { useWorkFolder } from '../../test/work-folder.ts';
import { publishTogether } from './publish-together.ts';

const work = useWorkFolder();

/** From now on nothing can be moved to a place, while what stands there can be moved away. */
function blockPlace(place: string): void {
  const { rename } = fs;
  vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    if (to === place) throw new Error('the disk is gone');
    await rename(from, to);
  });
  syncBuiltinESMExports();
}

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

it('keeps what it took away and could not put back', async () => {
  const write = (folder: string) => writeFile(join(folder, 'a.txt'), 'new');
  await writeFile(work.in('a.txt'), 'old');
  blockPlace(work.in('a.txt'));
  const options = { signal: new AbortController().signal, force: true };
  await expect(publishTogether(work.path, options, write)).rejects.toThrow('the disk is gone');
  const kept = (await work.list()).find((path) => path.endsWith(join('replaced', 'a.txt')));
  expect(await readFile(work.in(kept ?? ''), 'utf8')).toBe('old');
});
