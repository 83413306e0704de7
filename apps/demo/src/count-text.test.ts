import { describe, expect, it } from 'vitest';
import { countText } from './count-text.ts';

describe('countText', () => {
  it('names the split when everything is shown', () => {
    expect(countText(10_000, 10_000, 'test')).toBe('10,000 test images');
  });

  it('says how many of all are shown when some are hidden', () => {
    expect(countText(0, 10_000, 'test')).toBe('0 of 10,000 images');
  });
});
