import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock, withLock } from './lock.ts';
import { thisProcess } from './lock-owner.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

/** The number of a process that has ended. */
async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid as number;
}

describe('withLock', () => {
  it('runs actions one after another, however many ask at once', async () => {
    let running = 0;
    let mostAtOnce = 0;
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        withLock(path, {}, async () => {
          mostAtOnce = Math.max(mostAtOnce, ++running);
          await sleep(5);
          running--;
          return index;
        }),
      ),
    );
    expect(mostAtOnce).toBe(1);
    expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('leaves no file behind, also when the action fails', async () => {
    await expect(withLock(path, {}, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await readdir(folder)).toEqual([]);
  });

  it('breaks the lock of a process of this machine that has died', async () => {
    await writeFile(path, JSON.stringify({ token: 'x', host: hostname(), pid: await pidOfTheDead() }));
    await expect(withLock(path, {}, async () => 'in')).resolves.toBe('in');
  });

  it('breaks the lock of a dead process whose number another one has by now', async () => {
    const self = await thisProcess('x');
    if (self.started === undefined) return;
    await writeFile(path, JSON.stringify({ ...self, started: '1' }));
    await expect(withLock(path, {}, async () => 'in')).resolves.toBe('in');
  });

  it('breaks the lock of a process that was killed while it held it', async () => {
    const holder = spawn(
      process.execPath,
      ['--conditions=@fashion-mnist/source', '--input-type=module', '--eval', holdForEver],
      { env: { ...process.env, LOCK_PATH: path }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: holder.pid });
    await expect(withLock(path, {}, async () => 'in')).resolves.toBe('in');
  });

  it('waits for a living owner, says who it is, and gives up when aborted', async () => {
    await writeFile(path, JSON.stringify(await thisProcess('other')));
    const controller = new AbortController();
    const reason = new Error('enough');
    const waitsFor: string[] = [];
    const onWait = (who: string) => {
      waitsFor.push(who);
      controller.abort(reason);
    };
    const waiting = withLock(path, { signal: controller.signal, onWait }, () =>
      Promise.reject(new Error('never runs')),
    );
    await expect(waiting).rejects.toBe(reason);
    expect(waitsFor).toEqual([`process ${process.pid} on ${hostname()}`]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ token: 'other' });
  });

  it('does not break the lock of another machine that may be alive', async () => {
    await writeFile(path, JSON.stringify({ token: 'x', host: 'elsewhere', pid: await pidOfTheDead() }));
    const signal = AbortSignal.timeout(150);
    await expect(withLock(path, { signal }, async () => 'in')).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});

describe('holdLock', () => {
  const refuse = (owner: string) => new Error(`held by ${owner}`);

  it('holds the lock until it is released', async () => {
    const lock = await holdLock(path);
    await expect(holdLock(path, { refuse })).rejects.toThrow(
      `held by process ${process.pid} on ${hostname()}`,
    );
    await lock.release();
    await expect(holdLock(path, { refuse })).resolves.toBeDefined();
  });

  it('does not refuse when the owner is dead', async () => {
    await writeFile(path, JSON.stringify({ token: 'x', host: hostname(), pid: await pidOfTheDead() }));
    await expect(holdLock(path, { refuse })).resolves.toBeDefined();
  });

  it('refuses on behalf of an owner on another machine as soon as its heart beats', async () => {
    await writeFile(path, JSON.stringify({ token: 'x', host: 'elsewhere', pid: 1 }));
    let beats = 0;
    const heart = setInterval(() => {
      const time = new Date(2020, 0, 1, 0, 0, ++beats);
      void utimes(path, time, time);
    }, 100);
    await expect(holdLock(path, { refuse })).rejects.toThrow('held by process 1 on elsewhere');
    clearInterval(heart);
  });
});

const holdForEver = `
  import { withLock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)};
  await withLock(process.env.LOCK_PATH, {}, async () => {
    console.log('holding');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });
`;
