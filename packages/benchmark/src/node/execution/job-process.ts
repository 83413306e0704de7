import { type ChildProcess, fork } from 'node:child_process';
import { BenchmarkError } from '../../errors.ts';
import type { Job } from '../../jobs/job.ts';
import type { ChildMessage, ChildReply, ChildSetup } from './child-messages.ts';
import { peakBytesOf } from './memory-use.ts';

/** How much of what a process prints is kept for the message about its end. */
const KEPT_OUTPUT = 500;

/** A child process that does jobs. */
export class JobProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #end: BenchmarkError | undefined;
  #output = '';
  #pending: { readonly onStart: () => void; settle(reply: ChildReply | BenchmarkError): void } | undefined;

  /** @param entry - The program of the process. */
  constructor(entry: URL, setup: ChildSetup) {
    this.#child = fork(entry, [JSON.stringify(setup)], {
      execArgv: ['--expose-gc', ...(isSource(entry) ? ['--conditions=@fashion-mnist/source'] : [])],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (text: string) => {
        this.#output = (this.#output + text.slice(-KEPT_OUTPUT)).slice(-KEPT_OUTPUT);
      });
    }
    this.#child.on('message', (message: ChildMessage) => this.#receive(message));
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(this.#finish(`could not start: ${error.message}`)));
      this.#child.once('close', (code, signal) => resolve(this.#finish(describeEnd(code, signal))));
    });
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** The most memory that the process has held; 0 where the system does not tell. */
  get peakBytes(): number {
    return this.#child.pid === undefined ? 0 : peakBytesOf(this.#child.pid);
  }

  /**
   * @throws {BenchmarkError} `E_WORKER` - the process ended.
   * @throws {TypeError} it is at another job.
   */
  async do(job: Job, onStart: () => void): Promise<ChildReply> {
    if (this.#pending !== undefined) throw new TypeError('expected one job at a time');
    return new Promise((resolve, reject) => {
      const settle = (reply: ChildReply | BenchmarkError) => {
        this.#pending = undefined;
        if (reply instanceof BenchmarkError) reject(reply);
        else resolve(reply);
      };
      if (this.#end !== undefined) return settle(this.#end);
      this.#pending = { onStart, settle };
      // A message that cannot be sent is followed by the end of the process, which is told in any case.
      this.#child.send(job, () => {});
    });
  }

  /** Ends the process at once, whatever it is at. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #receive(message: ChildMessage): void {
    if (message.type === 'started') this.#pending?.onStart();
    else this.#pending?.settle(message);
  }

  #finish(how: string): void {
    const output = this.#output.trim();
    const last = output === '' ? '' : `; the last it printed: ${output}`;
    this.#end ??= new BenchmarkError(
      'E_WORKER',
      `expected a result of the process of the job, but it ${how}${last}`,
    );
    this.#pending?.settle(this.#end);
  }
}

/** Not built yet: its imports are sources too. */
function isSource(entry: URL): boolean {
  return entry.pathname.endsWith('.ts');
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGKILL') return 'was killed (SIGKILL), as systems do that run out of memory';
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}
