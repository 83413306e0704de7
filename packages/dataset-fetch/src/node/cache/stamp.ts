import type { BigIntStats } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { publishFile } from './publish-file.ts';

/** A file as it was when its content was last verified. As long as it looks the same, its hash need not be computed. */
export interface Stamp {
  readonly sha256: string;
  readonly size: string;
  readonly modified: string;
  /** Set by the system at every change; nobody can set it back. */
  readonly changed: string;
  readonly inode: string;
}

export function stampOf(sha256: string, stats: BigIntStats): Stamp {
  return {
    sha256,
    size: String(stats.size),
    modified: String(stats.mtimeNs),
    changed: String(stats.ctimeNs),
    inode: String(stats.ino),
  };
}

/** Whether a file is untouched since it was stamped. */
export function isUntouched(stamp: Stamp, stats: BigIntStats): boolean {
  const now = stampOf(stamp.sha256, stats);
  return (Object.keys(now) as (keyof Stamp)[]).every((key) => stamp[key] === now[key]);
}

/** The stamp that was kept, if it can be read. */
export async function readStamp(path: string): Promise<Stamp | undefined> {
  try {
    const stamp: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isStamp(stamp) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a stamp where the folder allows it; without one the next read computes the hash. */
export async function writeStamp(path: string, stamp: Stamp): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await publishFile(path, new TextEncoder().encode(`${JSON.stringify(stamp)}\n`));
  } catch {
    // A read-only cache works without stamps.
  }
}

function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false;
  const keys: readonly (keyof Stamp)[] = ['sha256', 'size', 'modified', 'changed', 'inode'];
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}
