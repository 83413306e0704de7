import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** How a program is started from source, as `npm run fashion-mnist` does. */
const FROM_SOURCE = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'] as const;

/** Variables to set; undefined takes one away. */
export type Environment = Readonly<Record<string, string | undefined>>;

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

/** Starts the command without a terminal. */
export function startCommand(args: readonly string[], env: Environment = {}): RunningCommand {
  return start(process.execPath, [...FROM_SOURCE, main, ...args], env);
}

/** Runs the command to its end. */
export function runCommand(args: readonly string[], env: Environment = {}): Promise<Finished> {
  return startCommand(args, env).finished;
}

/** Runs another program of the tests to its end. */
export function runProgram(path: string, args: readonly string[], env: Environment): Promise<Finished> {
  return start(process.execPath, [...FROM_SOURCE, path, ...args], env).finished;
}

/** Runs a shell script in which `"$@"` is the command, for pipes, redirections and terminals. */
export function runScript(script: string, env: Environment = {}): Promise<Finished> {
  return start('sh', ['-c', script, 'sh', process.execPath, ...FROM_SOURCE, main], env).finished;
}

function start(program: string, args: readonly string[], env: Environment): RunningCommand {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === null) reject(new Error(`killed by ${signal}`));
      else resolve({ exitCode: code, stdout, stderr });
    });
  });
  return { process: child, finished, output: () => ({ stdout, stderr }) };
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
