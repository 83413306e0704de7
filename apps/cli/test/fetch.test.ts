import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const originsOf = (stdout: string) =>
  JSON.parse(stdout).files.map(({ origin }: { origin: string }) => origin);

describe('fetch', () => {
  it('takes a definition, keeps the files and finds them again', async () => {
    const { definition, folder } = await makeDataset(work.path);
    const first = await runHere(['fetch', definition, '--json'], work.env);
    expect(originsOf(first.stdout)).toEqual(new Array(4).fill(`folder ${folder}`));
    const second = await runHere(['fetch', definition, '--offline', '--json'], work.env);
    expect(originsOf(second.stdout)).toEqual(new Array(4).fill('cache'));
  });

  it('takes plain http when the user names it', async () => {
    const { definition, folder } = await makeDataset(work.path);
    const document = JSON.parse(await readFile(definition, 'utf8'));
    await writeFile(definition, JSON.stringify({ ...document, sources: [] }));
    const server = createServer((request, response) => {
      readFile(`${folder}${request.url}`).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { exitCode, stderr } = await runHere(['fetch', definition, '--from', from], work.env);
    server.close().closeAllConnections();
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  it('with --verify, hashes files again that look untouched', async () => {
    const { definition } = await makeDataset(work.path, { identity: 'packing' });
    await runHere(['fetch', definition], work.env);
    for (const path of await work.list('cache')) await forgeDigests(work.in('cache', path));
    expect((await runHere(['fetch', definition], work.env)).stderr).toBe('');
    const { exitCode, stderr } = await runHere(['fetch', definition, '--verify'], work.env);
    expect(exitCode).toBe(0);
    expect(stderr.match(/warning: a corrupt file of the cache was set aside/g)).toHaveLength(4);
  });
});

/** Changes what is noted of a file when it is verified: the notes are texts that hold a SHA-256. */
async function forgeDigests(path: string): Promise<void> {
  const text = await readFile(path, 'latin1').catch(() => '');
  const forged = text.replace(/\b[0-9a-f]{64}\b/, '0'.repeat(64));
  if (forged !== text) await writeFile(path, forged, 'latin1');
}
