import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeDataset } from './made-dataset.ts';
import { startCommand } from './run-command.ts';
import { runHere } from './run-here.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

const SIGNALS = [
  { signal: 'SIGINT', expected: 130 },
  { signal: 'SIGTERM', expected: 143 },
] as const;

describe.each(SIGNALS)('$signal', ({ signal, expected }) => {
  it(`ends a download at once with exit code ${expected}, and nothing looks like a file of the dataset`, async () => {
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-length': 1000 }).write('half'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const command = startCommand(['fetch', '--from', from, '--json'], work.env);
    await once(server, 'request');
    command.process.kill(signal);
    const { exitCode, stdout } = await command.finished;
    expect(exitCode).toBe(expected);
    expect(JSON.parse(stdout)).toEqual({ error: { code: 'E_INTERRUPTED', message: 'interrupted' } });
    expect(leftovers(await work.list('cache', 'fashion-mnist'))).toEqual([]);
    server.close().closeAllConnections();
  });

  it(`ends an export with exit code ${expected}, and leaves nothing of it`, async () => {
    const { definition } = await makeDataset(work.path, { trainCount: 30_000 });
    const args = ['export', definition, '--to', 'png', '--out', work.in('out', 'deep')];
    expect((await runHere(['fetch', definition], work.env)).exitCode).toBe(0);
    const command = startCommand(args, work.env);
    while (!(await work.list('out')).some((path) => path.endsWith('.png'))) await sleep(20);
    command.process.kill(signal);
    const { exitCode, stdout, stderr } = await command.finished;
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: expected, stdout: '', stderr: '' });
    expect(await work.list()).not.toContain('out');
  });
});

/** What a download has got so far is kept for the next attempt, in a hidden folder; locks and temporary files are not. */
function leftovers(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !/^\.[^/]+$|\.download(\.json)?$/.test(path));
}
