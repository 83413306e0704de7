import { type Command, MAX_ARGUMENTS } from '../compute/command.ts';
import { KERNEL_NAMES } from '../compute/kernel-set.ts';

/** The most commands of a batch. */
export const BATCH_COMMANDS = 256;

const BANKS = 2;
const HEADER_WORDS = 16;
const GENERATION = 0;
const ABORTED = 1;
const FAILED = 2;
const COMMAND_COUNT = 3;
const DISMISSED = 4;
const COUNTERS_PER_COMMAND = 2;
const NUMBERS_PER_COMMAND = MAX_ARGUMENTS + 4;
const BANK_WORDS = BATCH_COMMANDS * COUNTERS_PER_COMMAND;
const BANK_NUMBERS = BATCH_COMMANDS * NUMBERS_PER_COMMAND;
const WORD_BYTES = (HEADER_WORDS + BANKS * BANK_WORDS) * 4;

/** More arrivals than any team has threads: nobody waits for the others any more. */
const ALL_LEAVE = 1 << 20;

/** How often a thread looks before it goes to sleep: some ten microseconds. */
const SPINS = 2000;

/** One command of a batch as it stands on the board. */
export interface PostedCommand {
  readonly kernel: number;
  readonly total: number;
  readonly grain: number;
  readonly args: readonly number[];
}

/**
 * Shared words through which the caller's thread and a team agree: the batch of commands, which items are taken, who
 * has finished. Two banks are used in turn, so that a new batch never touches words that a slow thread still reads.
 */
export class TeamBoard {
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array<SharedArrayBuffer>;
  readonly #numbers: Float64Array<SharedArrayBuffer>;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(WORD_BYTES + BANKS * BANK_NUMBERS * 8)) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer, 0, WORD_BYTES / 4);
    this.#numbers = new Float64Array(buffer, WORD_BYTES);
  }

  /** Puts up the next batch and wakes the team. */
  post(commands: readonly Command[]): number {
    const generation = Atomics.load(this.#words, GENERATION) + 1;
    commands.forEach(({ kernel, total, grain, args }, index) => {
      const at = numberIndex(generation, index);
      this.#numbers.set([KERNEL_NAMES.indexOf(kernel), total, grain, args.length, ...args], at);
      this.#words.fill(0, counterIndex(generation, index), counterIndex(generation, index) + 2);
    });
    this.#words[COMMAND_COUNT] = commands.length;
    Atomics.store(this.#words, ABORTED, 0);
    Atomics.store(this.#words, FAILED, 0);
    Atomics.store(this.#words, GENERATION, generation);
    Atomics.notify(this.#words, GENERATION);
    return generation;
  }

  /** Sends the team away, wherever its threads wait. Nothing is posted after this. */
  dismiss(): void {
    Atomics.store(this.#words, DISMISSED, 1);
    this.abort();
    for (let bank = 0; bank < BANKS; bank++)
      for (let index = 0; index < BATCH_COMMANDS; index++) {
        const at = counterIndex(bank, index) + 1;
        Atomics.store(this.#words, at, ALL_LEAVE);
        Atomics.notify(this.#words, at);
      }
    Atomics.add(this.#words, GENERATION, 1);
    Atomics.notify(this.#words, GENERATION);
  }

  get isDismissed(): boolean {
    return Atomics.load(this.#words, DISMISSED) === 1;
  }

  /** Sleeps until there is another batch than the one seen last. */
  awaitBatch(seen: number): number {
    return waitWhile(this.#words, GENERATION, seen);
  }

  get commandCount(): number {
    return this.#words[COMMAND_COUNT]!;
  }

  command(generation: number, index: number): PostedCommand {
    const at = numberIndex(generation, index);
    const [kernel = 0, total = 0, grain = 1, argumentCount = 0] = this.#numbers.subarray(at, at + 4);
    return { kernel, total, grain, args: Array.from(this.#numbers.subarray(at + 4, at + 4 + argumentCount)) };
  }

  /** The number of the next piece of a command. */
  takePiece(generation: number, index: number): number {
    return Atomics.add(this.#words, counterIndex(generation, index), 1);
  }

  piecesTaken(generation: number, index: number): number {
    return Atomics.load(this.#words, counterIndex(generation, index));
  }

  /** Says that this thread is done with a command, and waits for the others. True for the one that came last. */
  meet(generation: number, index: number, threads: number): boolean {
    const at = counterIndex(generation, index) + 1;
    let arrived = Atomics.add(this.#words, at, 1) + 1;
    if (arrived === threads) {
      Atomics.notify(this.#words, at);
      return true;
    }
    while (arrived < threads) arrived = waitWhile(this.#words, at, arrived);
    return false;
  }

  abort(): void {
    Atomics.store(this.#words, ABORTED, 1);
  }

  fail(): void {
    Atomics.store(this.#words, FAILED, 1);
  }

  get hasFailed(): boolean {
    return Atomics.load(this.#words, FAILED) === 1;
  }

  /** Whether pieces that have not begun are to be left out. */
  get isStopped(): boolean {
    return Atomics.load(this.#words, ABORTED) === 1 || this.hasFailed;
  }
}

function counterIndex(generation: number, index: number): number {
  return HEADER_WORDS + (generation % BANKS) * BANK_WORDS + index * COUNTERS_PER_COMMAND;
}

function numberIndex(generation: number, index: number): number {
  return (generation % BANKS) * BANK_NUMBERS + index * NUMBERS_PER_COMMAND;
}

/** The value of a word once it is another one. */
function waitWhile(words: Int32Array<SharedArrayBuffer>, index: number, value: number): number {
  for (let spin = 0; spin < SPINS; spin++) {
    const now = Atomics.load(words, index);
    if (now !== value) return now;
  }
  Atomics.wait(words, index, value);
  return Atomics.load(words, index);
}
