import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestOptions } from './fetch-place.ts';

const PROGRAM = fileURLToPath(new URL('./fetch-in-child.ts', import.meta.url));
/** Most of what a short process does is to compile its modules. */
const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'fetch-in-child-compiled') };
const DIRECT = { http_proxy: '', https_proxy: '', no_proxy: '' };

/** What a process is to fetch: the tiny dataset from one server into one cache. */
export interface ChildTask {
  readonly cacheDir: string;
  readonly baseUrl: string;
  readonly timeouts?: NonNullable<TestOptions['timeouts']>;
}

/** How a process ended. */
interface ChildEnding {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  /** Where the files came from; empty when it failed. */
  readonly origins: readonly string[];
  readonly errorText: string;
}

export interface Child {
  readonly process: ChildProcess;
  readonly ending: Promise<ChildEnding>;
}

/** Starts a process that fetches. */
export function runChild(task: ChildTask, env: Readonly<Record<string, string>> = {}): Child {
  const flags = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, PROGRAM, JSON.stringify(task)], {
    env: { ...process.env, ...COMPILE_CACHE, ...DIRECT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { process: child, ending: waitFor(child) };
}

async function waitFor(child: ChildProcess): Promise<ChildEnding> {
  let output = '';
  let errorText = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (errorText += text));
  await once(child, 'close');
  const origins = child.exitCode === 0 ? (JSON.parse(output) as string[]) : [];
  return { exitCode: child.exitCode, origins, errorText };
}
