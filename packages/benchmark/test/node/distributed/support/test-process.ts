import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export type ProcessOptions = Readonly<Record<string, string | number>>;

/** A program of this folder in a process of its own, which tells what happens in it. */
export interface TestProcess {
  /** What it told so far. */
  readonly messages: readonly unknown[];
  /** Resolves once it has told this often, or ended. */
  told(count: number): Promise<void>;
  tell(message: string): void;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Resolves to its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

export function startProcess(program: string, options: ProcessOptions): TestProcess {
  const child = fork(new URL(`./${program}.ts`, import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'],
  });
  const messages: unknown[] = [];
  child.on('message', (message) => messages.push(message));
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  return {
    messages,
    ended,
    async told(count) {
      while (messages.length < count && isAlive(child)) await Promise.race([once(child, 'message'), ended]);
    },
    tell: (message) => child.send(message),
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
