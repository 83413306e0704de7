import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { pageFiles } from '../src/server/page-files.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

async function write(...names: readonly string[]): Promise<void> {
  for (const name of names) await writeFile(work.in('page', name), name);
}

it('are what a build has made: no links, nothing hidden, and compressed forms with their files', async () => {
  await mkdir(work.in('page', 'assets', '.vite'), { recursive: true });
  await write('index.html', 'index.html.gz', 'assets/a.js', 'assets/a.js.br', 'assets/a.js.gz', 'lone.gz');
  await write('.env', 'assets/.hidden.js', 'assets/.vite/manifest.json');
  await writeFile(work.in('secret.txt'), 'secret');
  await symlink(work.in('secret.txt'), work.in('page', 'linked.txt'));
  await symlink(work.path, work.in('page', 'outside'));

  const files = pageFiles(work.in('page'));
  expect([...files.keys()]).toEqual(['assets/a.js', 'index.html', 'lone.gz']);
  expect(files.get('assets/a.js')).toEqual({
    type: 'text/javascript; charset=utf-8',
    cacheControl: 'public, max-age=31536000, immutable',
    content: { path: work.in('page', 'assets/a.js') },
    encoded: [
      { encoding: 'br', content: { path: work.in('page', 'assets/a.js.br') } },
      { encoding: 'gzip', content: { path: work.in('page', 'assets/a.js.gz') } },
    ],
  });
  expect(files.get('index.html')).toMatchObject({
    cacheControl: 'no-cache',
    encoded: [{ encoding: 'gzip' }],
  });
  expect(files.get('lone.gz')).toMatchObject({ type: 'application/octet-stream' });
});
