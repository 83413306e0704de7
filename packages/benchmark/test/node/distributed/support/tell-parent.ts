/** Resolves once the parent process has the message, so that it is not lost when this one is killed. */
export function tellParent(message: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}
