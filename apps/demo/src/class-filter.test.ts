import { describe, expect, it } from 'vitest';
import { countByClass, showEveryClass, toggleClass, toggleEveryClass, visibleCount } from './class-filter.ts';

const labels = Uint8Array.of(0, 1, 1, 2, 2, 2);
const counts = countByClass(labels, 4);

describe('countByClass', () => {
  it('counts the points of each class, also of a class that has none', () => {
    expect(counts).toEqual([1, 2, 3, 0]);
  });
});

describe('visibleCount', () => {
  it('is the number of points when every class is shown', () => {
    expect(visibleCount(counts, showEveryClass(4))).toBe(labels.length);
  });

  it('leaves out the points of hidden classes', () => {
    expect(visibleCount(counts, toggleClass(showEveryClass(4), 2))).toBe(3);
  });
});

describe('toggleClass', () => {
  it('undoes itself', () => {
    const filter = showEveryClass(4);
    expect(toggleClass(toggleClass(filter, 1), 1)).toEqual(filter);
  });

  it('leaves the filter that it is given as it was', () => {
    const filter = showEveryClass(2);
    toggleClass(filter, 0);
    expect(filter).toEqual([true, true]);
  });
});

describe('toggleEveryClass', () => {
  it('hides every class when all are shown', () => {
    expect(toggleEveryClass([true, true])).toEqual([false, false]);
  });

  it('shows every class when one is hidden', () => {
    expect(toggleEveryClass([true, false])).toEqual([true, true]);
  });
});
