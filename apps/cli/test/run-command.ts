import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** The text so far. */
  output(): Pick<Finished, 'stdout' | 'stderr'>;
}

/** Starts the command from source, as `npm run fashion-mnist` does, without a terminal. */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const options = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...options, main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === null) reject(new Error(`killed by ${signal}`));
      else resolve({ exitCode: code, stdout, stderr });
    });
  });
  return { process: child, finished, output: () => ({ stdout, stderr }) };
}

/** Runs the command to its end. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return startCommand(args, env).finished;
}

/** Waits until a running command has printed what is expected, and gives the match. */
export async function waitForOutput(
  { output, finished }: RunningCommand,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  let ended = false;
  void finished.finally(() => (ended = true)).catch(() => {});
  for (;;) {
    const { stdout, stderr } = output();
    const match = pattern.exec(stdout + stderr);
    if (match !== null) return match;
    if (ended) throw new Error(`ended without ${pattern}: ${stdout}${stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
