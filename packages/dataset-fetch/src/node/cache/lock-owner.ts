import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCode } from './cache-error.ts';

/** Who holds a lock. */
export interface LockOwner {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
  /** When the process started, where the system tells: a number may be given to another process later. */
  readonly started?: string | undefined;
}

export async function thisProcess(token: string): Promise<LockOwner> {
  return { token, host: hostname(), pid: process.pid, started: await startOf(process.pid) };
}

export function parseOwner(text: string): LockOwner | undefined {
  try {
    const owner = JSON.parse(text) as LockOwner;
    const isValid =
      typeof owner.token === 'string' && typeof owner.host === 'string' && Number.isSafeInteger(owner.pid);
    return isValid ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the owner still runs, where that can be known: on this machine. */
export async function lifeOf({ host, pid, started }: LockOwner): Promise<'alive' | 'dead' | 'unknown'> {
  if (host !== hostname()) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'ESRCH' ? 'dead' : 'unknown';
  }
  const startedNow = await startOf(pid);
  if (started === undefined || startedNow === undefined) return 'unknown';
  return started === startedNow ? 'alive' : 'dead';
}

export function describeOwner({ pid, host }: LockOwner): string {
  return `process ${pid} on ${host}`;
}

/** Linux tells the start of a process in clock ticks since boot, behind its name, which may hold spaces. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
