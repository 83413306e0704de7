let last: Promise<unknown> = Promise.resolve();

/** Does some work after all that was handed in before: tfjs has one backend for everybody. */
export function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}
