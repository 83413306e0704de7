import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyDoneRow, anyFailedRow, anyJob } from '../../results/testing/rows.ts';
import { readResults } from './read-results.ts';
import { openResultsFile } from './results-file.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-'));
  path = join(folder, 'results.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const first = anyDoneRow(anyJob(1));
const second = anyFailedRow(anyJob(2));

async function writeAndClose(...rows: readonly (typeof first)[]): Promise<void> {
  const results = await openResultsFile(path);
  for (const row of rows) await results.append(row);
  await results.close();
}

describe('openResultsFile', () => {
  it('appends whole lines to what is there', async () => {
    await writeAndClose(first);
    await writeAndClose(second);
    expect(await readFile(path, 'utf8')).toBe(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
    expect(await readdir(folder)).toEqual(['results.jsonl']);
  });

  it('creates folders that are not there', async () => {
    path = join(folder, 'a', 'b', 'results.jsonl');
    await writeAndClose(first);
    expect((await readResults(path)).rows).toEqual([first]);
  });

  it('knows what was there and what was appended', async () => {
    await writeAndClose(first);
    const results = await openResultsFile(path);
    await results.append(second);
    expect(results.rows()).toEqual([first, second]);
    await results.close();
  });

  it('keeps rows apart that are appended at the same time', async () => {
    const rows = Array.from({ length: 50 }, (_, number) => anyDoneRow(anyJob(number)));
    const results = await openResultsFile(path);
    await Promise.all(rows.map((row) => results.append(row)));
    await results.close();
    expect((await readResults(path)).rows).toEqual(rows);
  });

  it('moves a torn last line to a file beside it', async () => {
    await writeAndClose(first);
    const torn = JSON.stringify(second).slice(0, 100);
    await writeFile(path, torn, { flag: 'a' });
    await writeAndClose(second);
    expect(await readFile(path, 'utf8')).toBe(`${JSON.stringify(first)}\n${JSON.stringify(second)}\n`);
    expect(await readFile(`${path}.torn`, 'utf8')).toBe(torn);
  });

  it('keeps the bytes of a character that was torn', async () => {
    const torn = Buffer.from('{"reason":"\u00e9').subarray(0, -1);
    await writeFile(path, torn);
    await writeAndClose(first);
    expect(await readFile(`${path}.torn`)).toEqual(torn);
    expect((await readResults(path)).rows).toEqual([first]);
  });

  it('completes a last line that only lacks its end', async () => {
    await writeFile(path, JSON.stringify(first));
    await writeAndClose(second);
    expect((await readResults(path)).rows).toEqual([first, second]);
    expect(await readdir(folder)).toEqual(['results.jsonl']);
  });

  it('changes nothing in a file that it cannot read', async () => {
    const content = `<<<<<<< HEAD\n${JSON.stringify(first)}\n{"torn`;
    await writeFile(path, content);
    await expect(openResultsFile(path)).rejects.toMatchObject({
      code: 'E_RESULTS',
      message: expect.stringContaining(`${path}:1`),
    });
    expect(await readFile(path, 'utf8')).toBe(content);
    expect(await readdir(folder)).toEqual(['results.jsonl']);
  });

  it('locks out a second writer, whatever path it takes, and says who writes', async () => {
    const results = await openResultsFile(path);
    const other = join(folder, 'other.jsonl');
    await symlink(path, other);
    for (const name of [path, other])
      await expect(openResultsFile(name)).rejects.toMatchObject({
        code: 'E_LOCKED',
        message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
      });
    await results.close();
    await (await openResultsFile(other)).close();
  });

  it('takes over the lock of a writer that has died', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    const owner = { token: 'x', host: hostname(), pid: child.pid, started: '1' };
    await writeFile(`${path}.lock`, JSON.stringify(owner));
    await writeAndClose(first);
    expect(await readdir(folder)).toEqual(['results.jsonl']);
  });
});

describe('readResults', () => {
  it('reads a file that another one writes to, up to the last whole line', async () => {
    const results = await openResultsFile(path);
    await results.append(first);
    await writeFile(path, JSON.stringify(second).slice(0, 30), { flag: 'a' });
    const { rows, problems } = await readResults(path);
    expect(rows).toEqual([first]);
    expect(problems).toMatchObject([{ kind: 'torn', line: 2 }]);
    await results.close();
  });

  it('names the file that is not there', async () => {
    await expect(readResults(path)).rejects.toMatchObject({ code: 'ENOENT', path });
  });
});
