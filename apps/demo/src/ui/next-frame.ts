const HIDDEN_MS = 100;

/** Lets the page draw what it has prepared. A hidden page draws nothing, and does not wait. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
