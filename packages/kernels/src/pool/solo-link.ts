import { KernelsError } from '../errors.ts';
import type { SoloMessage, SoloOrder, SoloRequest, SoloSetup } from './solo-worker.ts';
import type { SpawnedWorker, SpawnWorker } from './spawned-worker.ts';
import { unpackError } from './transported-error.ts';

/** A request without its number. */
type Question<T = SoloRequest> = T extends SoloRequest ? Omit<T, 'id'> : never;

type Bytes = Uint8Array<ArrayBuffer>;
type ItemsListener = (command: number, items: number) => void;

interface Pending {
  resolve(bytes: Bytes | undefined): void;
  reject(reason: unknown): void;
  readonly onItems: ItemsListener | undefined;
}

/** Questions to a lone worker, and its answers. */
export class SoloLink {
  readonly #worker: SpawnedWorker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #end: { readonly reason: unknown } | undefined;

  /** Starts the worker, and waits until it is ready. */
  static async open(spawn: SpawnWorker, module: WebAssembly.Module | undefined): Promise<SoloLink> {
    const link = new SoloLink(spawn);
    const setup: SoloSetup = { role: 'solo', id: 0, module };
    await link.#await(0, setup, undefined);
    return link;
  }

  private constructor(spawn: SpawnWorker) {
    this.#worker = spawn({
      onMessage: (message) => this.#receive(message as SoloMessage),
      onEnd: (cause) =>
        this.#finish(new KernelsError('E_WORKER', `the thread ended: ${cause.message}`, { cause })),
    });
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws what the work threw; {KernelsError} `E_WORKER` - the worker has ended.
   */
  ask(
    question: Question,
    onItems?: ItemsListener,
  ): { readonly id: number; readonly answer: Promise<Bytes | undefined> } {
    const id = ++this.#lastId;
    return { id, answer: this.#await(id, { ...question, id }, onItems) };
  }

  /** Lets the work of a question end early, as a failure. */
  abort(id: number): void {
    this.#worker.post({ type: 'abort', id } satisfies SoloRequest);
  }

  async close(): Promise<void> {
    this.#finish(new KernelsError('E_WORKER', 'the pool is disposed'));
    await this.#worker.end();
  }

  #await(
    id: number,
    message: SoloRequest | SoloSetup,
    onItems: ItemsListener | undefined,
  ): Promise<Bytes | undefined> {
    if (this.#end !== undefined) return Promise.reject(this.#end.reason);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onItems });
      this.#worker.setBusy(true);
      this.#worker.post(message, 'bytes' in message ? [message.bytes.buffer] : []);
    });
  }

  #receive(message: SoloMessage): void {
    const waiting = this.#pending.get(message.id);
    if (message.type === 'items') return waiting?.onItems?.(message.command, message.items);
    this.#pending.delete(message.id);
    if (this.#pending.size === 0) this.#worker.setBusy(false);
    if (message.type === 'done') waiting?.resolve(message.bytes);
    else waiting?.reject(unpackError(message.error));
  }

  #finish(reason: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { reason };
    this.#worker.post({ type: 'leave' } satisfies SoloOrder);
    void this.#worker.end();
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
