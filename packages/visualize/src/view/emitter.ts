import type { ViewerEvents } from './viewer.ts';

type Listener<K extends keyof ViewerEvents> = (event: ViewerEvents[K]) => void;

/** Tells listeners what happens. */
export class Emitter {
  readonly #listeners = new Map<keyof ViewerEvents, Set<Listener<never>>>();

  on<K extends keyof ViewerEvents>(type: K, listener: Listener<K>): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<K extends keyof ViewerEvents>(type: K, event: ViewerEvents[K]): void {
    for (const listener of this.#listeners.get(type) ?? []) (listener as Listener<K>)(event);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
