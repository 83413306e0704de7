import { expect } from 'vitest';

const PATIENCE_MS = 20_000;

/** Expects something of a page that takes a busy machine some time. */
export function expectSoon<T>(look: () => T | Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: PATIENCE_MS });
}
