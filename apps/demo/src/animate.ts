/**
 * Calls once a frame with the share of the way that is done, eased, ending with exactly 1; that is the first
 * call when the reader prefers reduced motion.
 *
 * @returns A function that stops it.
 */
export function animate(durationMs: number, onFrame: (share: number) => void): () => void {
  const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const start = performance.now();
  const step = () => {
    const time = isReduced ? 1 : Math.min((performance.now() - start) / durationMs, 1);
    if (time < 1) frame = requestAnimationFrame(step);
    onFrame(easeInOut(time));
  };
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

function easeInOut(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2;
}
