/** Browsers let a timer that sets itself again wait for at least this long. */
const TICK_MS = 4;

/** Watches how late timers of this thread are. @returns A function that ends it and gives the greatest delay, in ms. */
export function watchMainThread(): () => number {
  let longest = 0;
  let due = performance.now() + TICK_MS;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - due);
    due = now + TICK_MS;
    timer = setTimeout(tick, TICK_MS);
  };
  let timer = setTimeout(tick, TICK_MS);
  return () => {
    clearTimeout(timer);
    return Math.max(longest, performance.now() - due);
  };
}
