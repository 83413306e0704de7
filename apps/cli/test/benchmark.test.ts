import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startCommand, waitForOutput } from './run-command.ts';
import { runHere } from './run-here.ts';
import { expectSchema } from './schemas.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();
const hasData = process.env['FASHION_MNIST_TEST_FASHION'] === 'present';
const REDIS = '/usr/bin/redis-server';

const TINY = ['--filter', 'GaussianNB', '--count', '300', '--repeats', '1'];

describe.skipIf(!hasData)('benchmark, on Fashion-MNIST', () => {
  it('appends a row for each job, goes on only when told to, and reports them', async () => {
    const out = work.in('rows.jsonl');
    const first = await runHere(['benchmark', ...TINY, '--out', out, '--json']);
    expectSchema('benchmark', JSON.parse(first.stdout));
    expect(JSON.parse(first.stdout)).toEqual({
      out,
      dataset: 'fashion-mnist',
      jobs: 1,
      statuses: { done: 1 },
    });
    const rows = await readFile(out, 'utf8');
    expect(
      rows
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).name),
    ).toEqual(['GaussianNB']);

    const again = await runHere(['benchmark', ...TINY, '--out', out]);
    expect(again).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--resume') });
    const resumed = await runHere(['benchmark', ...TINY, '--out', out, '--resume']);
    expect(resumed.stdout).toContain('1 done');
    expect(await readFile(out, 'utf8')).toBe(rows);

    const report = await runHere(['benchmark', 'report', out, '--filter', 'GaussianNB', '--json']);
    const [row] = JSON.parse(report.stdout).rows;
    expect(row.fashion.accuracy).toBe(JSON.parse(rows).mean_accuracy);
  });

  it('goes on after an interrupt where it ended', async () => {
    const args = ['benchmark', '--filter', 'ExtraTree', '--count', '300', '--repeats', '1', '--resume'];
    const out = work.in('rows.jsonl');
    const command = startCommand([...args, '--out', out]);
    await waitForOutput(command, /repeat 1:/);
    command.process.kill('SIGINT');
    expect((await command.finished).exitCode).toBe(130);
    const kept = (await readFile(out, 'utf8')).trimEnd().split('\n');
    const { stdout } = await runHere([...args, '--out', out, '--json']);
    expect(JSON.parse(stdout).statuses).toEqual({ done: 12 });
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines.slice(0, kept.length)).toEqual(kept);
    expect(new Set(lines.map((line) => JSON.parse(line).job.id)).size).toBe(12);
  });

  it.skipIf(!existsSync(REDIS))('leaves jobs to a worker, which an interrupt ends gracefully', async () => {
    const port = await freePort();
    const server = spawn(REDIS, [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--dir',
      work.path,
    ]);
    const env = { FASHION_MNIST_QUEUE: `redis://127.0.0.1:${port}` };
    try {
      await once(server.stdout, 'data');
      const worker = startCommand(['benchmark', 'worker', '--json'], env);
      const out = work.in('rows.jsonl');
      const { stdout } = await runHere(['benchmark', ...TINY, '--out', out, '--json'], env);
      expect(JSON.parse(stdout).statuses).toEqual({ done: 1 });
      worker.process.kill('SIGTERM');
      const left = await worker.finished;
      expect(left).toMatchObject({ exitCode: 0, stdout: '{"jobs":1}\n' });
      expectSchema('benchmark-worker', JSON.parse(left.stdout));
    } finally {
      server.kill();
    }
  });
});

describe('benchmark', () => {
  it('says which line of a grid is wrong, with exit code 2', async () => {
    const grid = work.in('grid.json');
    await writeFile(grid, '{\n  "classifiers": {\n    "SVC": [{ "kernle": ["rbf"] }]\n  }\n}\n');
    const { exitCode, stderr } = await runHere(['benchmark', '--grid', grid, '--out', work.in('rows.jsonl')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${grid}:3:15`);
    expect(stderr).toContain('kernel');
  });

  it('wants a filter that chooses something', async () => {
    const { exitCode, stderr } = await runHere(['benchmark', '--filter', 'no such', '--out', work.in('a')]);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('no such') });
    expect(await work.list()).toEqual([]);
  });

  it('says that a queue cannot be reached, with exit code 3 and without the password', async () => {
    const queue = `redis://:secret@127.0.0.1:${await freePort()}`;
    const { exitCode, stdout } = await runHere(['benchmark', 'worker', '--queue', queue, '--json']);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout).error.code).toBe('E_QUEUE');
    expect(stdout).not.toContain('secret');
  });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected an address with a port');
  return address.port;
}
