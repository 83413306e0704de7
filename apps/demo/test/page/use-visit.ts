import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { WatchedPage } from './browser.ts';

/** A page that several tests have in common. */
export interface Visit {
  readonly page: Page;
}

/**
 * Has one page for all tests of a `describe`, in their order: each finds it as the one before has left it. Opening a page
 * costs more than most tests do in it. None of them may leave an error in the console.
 */
export function useVisit(open: () => Promise<WatchedPage>): Visit {
  let opened: WatchedPage | undefined;

  beforeAll(async () => {
    opened = await open();
  });
  afterEach(() => expect(opened?.errors).toEqual([]));
  afterAll(() => opened?.close());

  return {
    get page() {
      if (opened === undefined) throw new Error('expected a test of the describe that has the visit');
      return opened.page;
    },
  };
}
