import { MAX_ARGUMENTS } from '../compute/command.ts';
import { awaitChange } from './awaited-word.ts';
import { packError, unpackError } from './transported-error.ts';

/** One command of a batch as it stands on the board. */
export interface PostedCommand {
  /** The place of its name among those that the team was gathered with. */
  readonly kernel: number;
  readonly total: number;
  readonly grain: number;
  readonly args: readonly number[];
}

/** The most commands of a batch. */
export const BATCH_COMMANDS = 64;

/** Words that different threads write at the same time lie in cache lines of their own. */
const LINE_WORDS = 16;
const STATE = 0;
const BUSY = LINE_WORDS;
const FAILED = 2 * LINE_WORDS;
const DISMISSED = FAILED + 1;
const COMMAND_COUNT = FAILED + 2;
const ERROR_BYTES = FAILED + 3;
const COUNTERS = 3 * LINE_WORDS;
const WORD_BYTES = (COUNTERS + BATCH_COMMANDS * LINE_WORDS) * 4;
const NUMBERS_PER_COMMAND = MAX_ARGUMENTS + 4;
const NUMBER_BYTES = BATCH_COMMANDS * NUMBERS_PER_COMMAND * 8;
const MOST_ERROR_BYTES = 8192;

/** More pieces than any command has: nobody waits for the others any more. */
const ALL_LEAVE = 1 << 30;

/** How long a thread looks for work before it sleeps: longer than a training step takes from kernel to kernel. */
const MEMBER_PATIENCE_MS = 0.2;
/** How long a thread looks whether the others are done before it sleeps. */
const CALLER_PATIENCE_MS = 0.1;

/**
 * Shared words through which the caller and its team agree. A batch is open while the state is odd; whoever works on it
 * counts as busy. The caller waits for the pieces of work, not for the threads, so that one that wakes up late holds
 * up nobody, and puts up another batch when no thread can still read the last one.
 */
export class JoinedBoard {
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #numbers: Float64Array<SharedArrayBuffer>;
  readonly #error: Uint8Array<SharedArrayBuffer>;

  constructor(
    buffer: SharedArrayBuffer = new SharedArrayBuffer(WORD_BYTES + NUMBER_BYTES + MOST_ERROR_BYTES),
  ) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer, 0, WORD_BYTES / 4);
    this.#numbers = new Float64Array(buffer, WORD_BYTES, NUMBER_BYTES / 8);
    this.#error = new Uint8Array(buffer, WORD_BYTES + NUMBER_BYTES);
  }

  /** Puts up a batch and wakes the team. */
  open(commands: readonly PostedCommand[]): void {
    commands.forEach(({ kernel, total, grain, args }, index) => {
      this.#numbers.set([kernel, total, grain, args.length, ...args], index * NUMBERS_PER_COMMAND);
      this.#words.fill(0, takenIndex(index), takenIndex(index) + 2);
    });
    this.#words[COMMAND_COUNT] = commands.length;
    this.#words[FAILED] = 0;
    Atomics.add(this.#words, STATE, 1);
    Atomics.notify(this.#words, STATE);
  }

  /**
   * Takes the batch down when no thread works on it.
   *
   * @returns what a kernel threw on any thread.
   */
  close(): Error | undefined {
    Atomics.add(this.#words, STATE, 1);
    for (let busy = Atomics.load(this.#words, BUSY); busy !== 0; )
      busy = awaitChange(this.#words, BUSY, busy, CALLER_PATIENCE_MS);
    if (!this.hasFailed) return undefined;
    const text = new TextDecoder().decode(this.#error.slice(0, this.#words[ERROR_BYTES]));
    return unpackError(JSON.parse(text));
  }

  /** Waits until there is a batch after the state seen last. */
  awaitBatch(seen: number): number {
    let state = Atomics.load(this.#words, STATE);
    while (!this.isDismissed && (state === seen || !isOpen(state)))
      state = awaitChange(this.#words, STATE, state, MEMBER_PATIENCE_MS);
    return state;
  }

  /** Counts a member as busy, and tells whether there is something to do. */
  enter(): boolean {
    Atomics.add(this.#words, BUSY, 1);
    return isOpen(Atomics.load(this.#words, STATE));
  }

  leave(): void {
    if (Atomics.sub(this.#words, BUSY, 1) === 1) Atomics.notify(this.#words, BUSY);
  }

  get commandCount(): number {
    return this.#words[COMMAND_COUNT]!;
  }

  command(index: number): PostedCommand {
    const at = index * NUMBERS_PER_COMMAND;
    const [kernel = 0, total = 0, grain = 1, argumentCount = 0] = this.#numbers.subarray(at, at + 4);
    return { kernel, total, grain, args: Array.from(this.#numbers.subarray(at + 4, at + 4 + argumentCount)) };
  }

  /** The number of the next piece of a command. */
  takePiece(index: number): number {
    return Atomics.add(this.#words, takenIndex(index), 1);
  }

  /** Counts pieces as done, and waits for the others of the command. */
  meet(index: number, doneHere: number, pieces: number): void {
    const at = takenIndex(index) + 1;
    let done = Atomics.add(this.#words, at, doneHere) + doneHere;
    if (done >= pieces) Atomics.notify(this.#words, at);
    while (done < pieces) done = awaitChange(this.#words, at, done, CALLER_PATIENCE_MS);
  }

  /** Ends the batch for all threads; what is told first is what `close` returns. */
  fail(thrown: unknown): void {
    if (Atomics.exchange(this.#words, FAILED, 1) === 1) return;
    const { name, message, code } = packError(thrown);
    const text = JSON.stringify({ name, message: message.slice(0, MOST_ERROR_BYTES / 8), code });
    const bytes = new TextEncoder().encode(text);
    this.#error.set(bytes);
    this.#words[ERROR_BYTES] = bytes.length;
    for (let index = 0; index < this.commandCount; index++) {
      Atomics.add(this.#words, takenIndex(index) + 1, ALL_LEAVE);
      Atomics.notify(this.#words, takenIndex(index) + 1);
    }
  }

  get hasFailed(): boolean {
    return Atomics.load(this.#words, FAILED) === 1;
  }

  /** Sends the members away. No batch is open, and none is opened after this. */
  dismiss(): void {
    Atomics.store(this.#words, DISMISSED, 1);
    Atomics.add(this.#words, STATE, 2);
    Atomics.notify(this.#words, STATE);
  }

  get isDismissed(): boolean {
    return Atomics.load(this.#words, DISMISSED) === 1;
  }
}

function isOpen(state: number): boolean {
  return (state & 1) === 1;
}

function takenIndex(index: number): number {
  return COUNTERS + index * LINE_WORDS;
}
