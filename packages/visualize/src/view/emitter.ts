import type { ViewerEvents } from './viewer.ts';

type Listener<K extends keyof ViewerEvents> = (event: ViewerEvents[K]) => void;

/** Tells listeners what happens. */
export class Emitter {
  readonly #listeners: { [K in keyof ViewerEvents]?: Set<Listener<K>> } = {};

  on<K extends keyof ViewerEvents>(type: K, listener: Listener<K>): () => void {
    const listeners = (this.#listeners[type] ?? new Set()) as Set<Listener<K>>;
    (this.#listeners as Record<K, Set<Listener<K>>>)[type] = listeners;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<K extends keyof ViewerEvents>(type: K, event: ViewerEvents[K]): void {
    const listeners = this.#listeners[type] as Set<Listener<K>> | undefined;
    for (const listener of [...(listeners ?? [])]) listener(event);
  }

  clear(): void {
    for (const listeners of Object.values(this.#listeners)) listeners.clear();
  }
}
