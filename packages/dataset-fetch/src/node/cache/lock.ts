import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './cache-error.ts';
import { describeOwner, type LockOwner, lifeOf, parseOwner, thisProcess } from './lock-owner.ts';

const HEARTBEAT_MS = 5_000;
/** An owner on another machine is given up when its heart has not beaten for as long as this, by our own clock. */
const SILENCE_MS = 30_000;
const GUARD_MAX_AGE_MS = 10_000;
const POLL_MS = 50;

/** What a process does while another one holds the lock. */
export interface LockOptions {
  /** Ends the waiting; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called once when another process holds the lock. */
  readonly onWait?: ((owner: string) => void) | undefined;
  /** What to throw, in place of waiting, once another process is seen to be alive and to hold the lock. @default waits */
  readonly refuse?: ((owner: string) => Error) | undefined;
}

/** A lock that nobody else has. */
export interface HeldLock {
  /** Lets others have it. */
  release(): Promise<void>;
}

/**
 * Runs an action while no other process runs one under the same lock file. A lock whose owner has died is broken: at
 * once when the owner ran on this machine, after 30 s without a heartbeat when on another one.
 *
 * @throws the signal's reason, when aborted while waiting.
 */
export async function withLock<Result>(
  path: string,
  options: LockOptions,
  action: () => Promise<Result>,
): Promise<Result> {
  const lock = await holdLock(path, options);
  try {
    return await action();
  } finally {
    await lock.release();
  }
}

/**
 * Takes a lock file for as long as the caller wants it, or until this process ends. A lock whose owner has died is
 * broken: at once when the owner ran on this machine, after 30 s without a heartbeat when on another one.
 *
 * @throws what `refuse` returns; the signal's reason, when aborted while waiting.
 */
export async function holdLock(path: string, options: LockOptions = {}): Promise<HeldLock> {
  const token = randomUUID();
  await acquire(path, JSON.stringify(await thisProcess(token)), options);
  const heartbeat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS).unref();
  return {
    async release() {
      clearInterval(heartbeat);
      await removeIfOwnedBy(path, token);
    },
  };
}

async function acquire(
  path: string,
  content: string,
  { signal, onWait, refuse }: LockOptions,
): Promise<void> {
  const watch = createPulseWatch();
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted();
    if (await create(path, content)) return;
    const owner = parseOwner(await readFile(path, 'utf8').catch(() => ''));
    if (attempt === 0 && owner !== undefined) onWait?.(describeOwner(owner));
    const life = owner === undefined ? 'unknown' : await lifeOf(owner);
    const pulse = await watch(path);
    if (life === 'dead' || pulse === 'silent') {
      await breakLock(path, owner);
      continue;
    }
    const isAlive = life === 'alive' || pulse === 'beating';
    if (isAlive && owner !== undefined && refuse !== undefined) throw refuse(describeOwner(owner));
    await sleep(POLL_MS, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  }
}

/** Creates the lock with its content in one step, so that nobody ever reads a lock without an owner. */
async function create(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}.unfinished`;
  await writeFile(draft, content, { flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    return createWithoutLinks(path, content);
  } finally {
    await rm(draft, { force: true });
  }
}

/** For file systems that have no hard links. */
async function createWithoutLinks(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process at a time may break a lock, and only the one that it has judged: a new owner is left alone. */
async function breakLock(path: string, judged: LockOwner | undefined): Promise<void> {
  const guard = `${path}.breaking`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    const stats = await stat(guard).catch(() => undefined);
    if (stats !== undefined && Date.now() - stats.mtimeMs > GUARD_MAX_AGE_MS)
      await rm(guard, { force: true });
    else await sleep(POLL_MS);
    return;
  }
  try {
    const current = parseOwner(await readFile(path, 'utf8').catch(() => ''));
    if (current?.token === judged?.token) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function removeIfOwnedBy(path: string, token: string): Promise<void> {
  const owner = parseOwner(await readFile(path, 'utf8').catch(() => ''));
  if (owner?.token === token) await rm(path, { force: true });
}

/** Whether the heart of an owner beats. Clocks of two machines are never compared. */
function createPulseWatch() {
  let seen: string | undefined;
  let since = performance.now();
  return async (path: string): Promise<'unknown' | 'beating' | 'silent'> => {
    const stats = await stat(path, { bigint: true }).catch(() => undefined);
    if (stats === undefined) return 'unknown';
    const now = `${stats.ino}-${stats.mtimeNs}`;
    if (now === seen) return performance.now() - since > SILENCE_MS ? 'silent' : 'unknown';
    const isFirstLook = seen === undefined;
    seen = now;
    since = performance.now();
    return isFirstLook ? 'unknown' : 'beating';
  };
}
