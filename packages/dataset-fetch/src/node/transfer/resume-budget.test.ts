import { describe, expect, it } from 'vitest';
import { createResumeBudget } from './resume-budget.ts';

const KIB = 1024;

/** The sizes that a file has after each cut, and whether the server is asked again. */
function answers(sizes: readonly number[], { startSize = 0, maxResumes = 2 } = {}): boolean[] {
  const budget = createResumeBudget(startSize, maxResumes);
  return sizes.map((size) => budget.allows(size));
}

describe('createResumeBudget', () => {
  it('allows any number of steps of 64 KiB', () => {
    const sizes = Array.from({ length: 50 }, (_, index) => (index + 1) * 64 * KIB);
    expect(answers(sizes)).not.toContain(false);
  });

  it('allows only so many small steps in a row', () => {
    expect(answers([1, 2, 3])).toEqual([true, true, false]);
  });

  it('starts to count again after a large step', () => {
    expect(answers([1, 2, 2 + 64 * KIB, 3 + 64 * KIB, 4 + 64 * KIB])).not.toContain(false);
  });

  it('allows nothing after a step that brings nothing', () => {
    expect(answers([500], { startSize: 500 })).toEqual([false]);
  });

  it('counts only what is further than ever before, so that starting anew is not progress', () => {
    expect(answers([300 * KIB, 200 * KIB])).toEqual([true, false]);
  });
});
