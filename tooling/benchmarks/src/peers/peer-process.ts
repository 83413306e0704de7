import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { AbsentContender, Cleanup, Contender } from '../runner/benchmark.ts';

/** A program that is a peer, and how it is started. */
export interface PeerProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** A process that answers questions. */
export interface PeerProcess {
  /** Of what it runs on, for example `Python 3.11.2, NumPy 1.24.2`. */
  readonly versions: string;
  /** Whether it knows a warm-up of its own. */
  readonly warmsUp: boolean;
  /** Asks on one line, and waits for the figure. */
  ask(question: string): Promise<number>;
}

/**
 * A contender in a process of its own that stays, does the work once whenever it is asked, and takes the time itself.
 * Absent when the process says why it cannot.
 */
export async function peerContender(
  name: string,
  program: PeerProgram,
  cleanup: Cleanup,
): Promise<Contender | AbsentContender> {
  const peer = await startPeer(program, cleanup);
  if ('reason' in peer) return { name, ...peer };
  const { versions, warmsUp, ask } = peer;
  return {
    name,
    versions,
    measure: () => ask(''),
    ...(warmsUp ? { warmUp: async () => void (await ask('warm up')) } : {}),
  };
}

/** Starts a program that answers; gives the reason when it ends instead. */
export async function startPeer(
  { command, args, environment }: PeerProgram,
  cleanup: Cleanup,
): Promise<PeerProcess | { readonly reason: string }> {
  const child = spawn(command, args, { env: environment });
  cleanup.defer(() => stop(child));
  const answers = answersOf(child, command);
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
      if (failure !== undefined) throw new Error(`${args[0]} ended: ${failure}`);
      return Number(line);
    },
  };
}

/** The first line of a program that is a peer. */
interface Greeting {
  /** Of what it runs on, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Whether it knows a warm-up of its own. */
  readonly warmsUp: boolean;
}

interface Answers {
  next(): Promise<{ line: string; failure?: undefined } | { line?: undefined; failure: string }>;
}

/** The lines of a process; once it has ended, why it did. */
function answersOf(child: ChildProcessWithoutNullStreams, command: string): Answers {
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
      return done === true ? { failure: complaint || `${command} gave no answer` } : { line: value };
    },
  };
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.stdin.end();
  await ended;
}
