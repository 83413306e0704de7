import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { AbsentContender, Cleanup, Contender } from '../runner/benchmark.ts';
import { PYTHON, pythonEnvironment, pythonScript } from './python-environment.ts';

/** A process in Python that answers questions. */
export interface PythonProcess {
  /** Of Python and of what it uses, for example `Python 3.11.2, NumPy 1.24.2`. */
  readonly versions: string;
  /** Whether it knows a warm-up of its own. */
  readonly warmsUp: boolean;
  /** Asks on one line, and waits for the figure. */
  ask(question: string): Promise<number>;
}

/**
 * A contender in Python: a process of its own that stays, does the work once whenever it is asked, and takes the time
 * itself. Absent when Python or one of the script's modules is.
 */
export async function pythonPeer(
  name: string,
  script: string,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<Contender | AbsentContender> {
  const python = await startPython(script, args, cleanup);
  if ('reason' in python) return { name, ...python };
  const { versions, warmsUp, ask } = python;
  return {
    name,
    versions,
    measure: () => ask(''),
    ...(warmsUp ? { warmUp: async () => void (await ask('warm up')) } : {}),
  };
}

/** Starts a script; gives the reason when Python or one of the script's modules is missing. */
export async function startPython(
  script: string,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<PythonProcess | { readonly reason: string }> {
  const child = spawn(PYTHON, [pythonScript(script), ...args], { env: pythonEnvironment() });
  cleanup.defer(() => stop(child));
  const answers = answersOf(child);
  const greeting = await answers.next();
  if (greeting.failure !== undefined) return { reason: greeting.failure };
  const { versions, warmsUp } = JSON.parse(greeting.line) as Greeting;
  return {
    versions: Object.entries(versions)
      .map((version) => version.join(' '))
      .join(', '),
    warmsUp,
    async ask(question) {
      child.stdin.write(`${question}\n`);
      const { line, failure } = await answers.next();
      if (failure !== undefined) throw new Error(`${script} ended: ${failure}`);
      return Number(line);
    },
  };
}

/** The first line of a script that is a peer. */
interface Greeting {
  /** Of Python and of the libraries that it uses, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Whether it knows a warm-up of its own. */
  readonly warmsUp: boolean;
}

interface Answers {
  next(): Promise<{ line: string; failure?: undefined } | { line?: undefined; failure: string }>;
}

/** The lines of a process; once it has ended, why it did. */
function answersOf(child: ChildProcessWithoutNullStreams): Answers {
  const lines: Interface = createInterface({ input: child.stdout });
  const iterator = lines[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = text.trim().split('\n').at(-1) ?? complaint;
  });
  child.stdin.on('error', () => lines.close());
  child.on('error', (error) => {
    complaint = error.message;
    lines.close();
  });
  return {
    async next() {
      const { value, done } = await iterator.next();
      return done === true ? { failure: complaint || `${PYTHON} gave no answer` } : { line: value };
    },
  };
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.stdin.end();
  await ended;
}
