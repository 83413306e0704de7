/** Looks at a word between two glances at the clock. */
const GLANCES = 200;

/** The main thread of a page may not sleep; asking whether a word has changed tells without sleeping. */
const maySleep = once(() => {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
    return true;
  } catch {
    return false;
  }
});

/** `Atomics.pause`, where the engine has it: tells the processor that another thread may go first. */
const pause = (Atomics as { pause?: () => void }).pause ?? (() => {});

/**
 * The value of a word once it is another one. Looks again and again for some time, because waking up takes long, and
 * then sleeps, where this thread may.
 */
export function awaitChange(words: Int32Array, index: number, value: number, patienceMs: number): number {
  const patienceEnds = performance.now() + patienceMs;
  do {
    for (let glance = 0; glance < GLANCES; glance++) {
      const now = Atomics.load(words, index);
      if (now !== value) return now;
      pause();
    }
  } while (performance.now() < patienceEnds || !maySleep());
  Atomics.wait(words, index, value);
  return Atomics.load(words, index);
}

function once<R>(compute: () => R): () => R {
  let result: { readonly value: R } | undefined;
  return () => (result ??= { value: compute() }).value;
}
