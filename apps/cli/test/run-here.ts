import { Console } from 'node:console';
import { runCli } from '../src/run-cli.ts';
import type { Environment, Finished } from './run-command.ts';

type Write = typeof process.stdout.write;

/** What there is one of in a process is lent to one command at a time. */
let isRunning = false;

/**
 * Runs the command to its end in the process of the test, which spares a start. It gives what `runCommand` gives, as
 * same-both-ways.test.ts shows, but for what belongs to a process: signals, pipes, a crash, an end that does not come.
 *
 * @param onOutput - Called after each print.
 */
export async function runHere(
  args: readonly string[],
  env: Environment = {},
  onOutput: () => void = () => {},
): Promise<Finished> {
  if (isRunning) throw new Error('a command is running here already');
  isRunning = true;
  const text = { stdout: '', stderr: '' };
  const into = (name: keyof typeof text) => (part: string) => {
    text[name] += part;
    onOutput();
  };
  const restore = [setEnvironment(env), captureOutput(into('stdout'), into('stderr'))];
  try {
    return { exitCode: await runCli(args), ...text };
  } finally {
    for (const giveBack of restore) giveBack();
    isRunning = false;
  }
}

function setEnvironment(env: Environment): () => void {
  const names = Object.keys(env);
  const before = names.map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const name of names) set(name, env[name]);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

/** All that is printed and written, and what Node warns of, which a process of its own has on stderr, too. */
function captureOutput(onStdout: (text: string) => void, onStderr: (text: string) => void): () => void {
  const { stdout, stderr } = process;
  const before = { write: [stdout.write, stderr.write] as const, console: globalThis.console };
  const onWarning = ({ name, message }: Error) => {
    if (name !== 'ExperimentalWarning') onStderr(`${name}: ${message}\n`);
  };
  stdout.write = writeTo(onStdout);
  stderr.write = writeTo(onStderr);
  globalThis.console = new Console({ stdout, stderr });
  process.on('warning', onWarning);
  return () => {
    [stdout.write, stderr.write] = before.write;
    globalThis.console = before.console;
    process.off('warning', onWarning);
  };
}

function writeTo(take: (text: string) => void): Write {
  return (chunk: string | Uint8Array, ...others: unknown[]) => {
    take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = others.find((other) => typeof other === 'function');
    if (done !== undefined) queueMicrotask(() => done());
    return true;
  };
}
