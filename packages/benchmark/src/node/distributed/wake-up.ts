import { setTimeout as sleep } from 'node:timers/promises';

/** Lets one waiter sleep for a while, or until somebody has news for it. */
export class WakeUp {
  #news = new AbortController();

  notify(): void {
    this.#news.abort();
  }

  /** @throws the reason of the signal, once it is aborted. */
  async wait(milliseconds: number, signal: AbortSignal | undefined): Promise<'news' | 'time'> {
    const signals = [this.#news.signal, ...(signal === undefined ? [] : [signal])];
    await sleep(milliseconds, undefined, { signal: AbortSignal.any(signals) }).catch(() => {});
    signal?.throwIfAborted();
    const outcome = this.#news.signal.aborted ? 'news' : 'time';
    this.#news = new AbortController();
    return outcome;
  }
}
