import { KernelsError } from '../errors.ts';
import type { JoinedMemberSetup } from './joined-member.ts';
import type { SpawnedWorker, SpawnWorker } from './spawned-worker.ts';
import type { TeamMemberSetup, TeamMessage } from './team-member.ts';
import { unpackError } from './transported-error.ts';

export interface TeamSetup {
  /** Where the threads find their work. */
  readonly board: Board;
  /** What each thread is told first. */
  readonly members: readonly (TeamMemberSetup | JoinedMemberSetup)[];
}

interface Board {
  /** Whether the batch at hand has failed. */
  readonly hasFailed: boolean;
  dismiss(): void;
}

interface Wait {
  isOver(): boolean;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Threads that work on one board. When one of them ends, all of them do. */
export class Team {
  readonly #board: Board;
  readonly #members: readonly SpawnedWorker[];
  #readyCount = 0;
  #doneGeneration = 0;
  #failure: { readonly generation: number; readonly error: Error } | undefined;
  #end: { readonly reason: unknown } | undefined;
  #wait: Wait | undefined;
  #onEnd: (reason: unknown) => void = () => {};

  /** Starts all threads, and waits until they are ready. */
  static async gather(spawn: SpawnWorker, setup: TeamSetup): Promise<Team> {
    const team = new Team(spawn, setup);
    await team.#until(() => team.#readyCount === setup.members.length || team.#failure !== undefined);
    if (team.#failure === undefined) return team;
    const { error } = team.#failure;
    await team.dismiss(error);
    throw error;
  }

  private constructor(spawn: SpawnWorker, { board, members }: TeamSetup) {
    this.#board = board;
    this.#members = members.map((setup) => {
      const member = spawn({
        onMessage: (message) => this.#receive(message as TeamMessage),
        onEnd: (cause) =>
          this.#finish(new KernelsError('E_WORKER', `a thread ended: ${cause.message}`, { cause })),
      });
      member.post(setup);
      return member;
    });
  }

  /** @param listener - Told why, once, when the team has ended. */
  onEnd(listener: (reason: unknown) => void): void {
    this.#onEnd = listener;
    if (this.#end !== undefined) listener(this.#end.reason);
  }

  /**
   * Waits for a batch that is on the board.
   *
   * @throws what a kernel threw; {KernelsError} `E_WORKER` - the team has ended.
   */
  async whenDone(generation: number): Promise<void> {
    const hasFailed = () => this.#failure?.generation === generation;
    await this.#until(() => this.#doneGeneration === generation && (!this.#board.hasFailed || hasFailed()));
    if (hasFailed()) throw this.#failure?.error;
  }

  async dismiss(reason: unknown = new KernelsError('E_WORKER', 'the pool is disposed')): Promise<void> {
    this.#finish(reason);
    await Promise.all(this.#members.map((member) => member.end()));
  }

  #receive(message: TeamMessage): void {
    if (message.type === 'ready') this.#readyCount++;
    else if (message.type === 'done') this.#doneGeneration = message.generation;
    else this.#failure = { generation: message.generation, error: unpackError(message.error) };
    if (this.#wait?.isOver() === true) this.#wait.resolve();
  }

  async #until(isOver: () => boolean): Promise<void> {
    if (this.#end !== undefined) throw this.#end.reason;
    if (isOver()) return;
    for (const member of this.#members) member.setBusy(true);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#wait = { isOver, resolve, reject };
      });
    } finally {
      this.#wait = undefined;
      for (const member of this.#members) member.setBusy(false);
    }
  }

  #finish(reason: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { reason };
    this.#board.dismiss();
    for (const member of this.#members) void member.end();
    this.#wait?.reject(reason);
    this.#onEnd(reason);
  }
}
