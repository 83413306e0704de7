/** What every contender computes with that can use more than one. */
export const THREADS = 2;
