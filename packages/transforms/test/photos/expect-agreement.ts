import { expect } from 'vitest';
import type { Agreement } from './compare-stages.ts';

/** That every pixel is the same after every step: in 16 bits, and in the last step in 8. */
export function expectAgreement({ stages, disputed }: Agreement, leastPictureCount: number): void {
  expect(disputed).toEqual([]);
  expect([...stages.keys()]).toEqual(['trim', 'sample', 'sharpen', 'extend', 'negate', 'grey', 'bytes']);
  for (const [name, agreement] of stages) {
    expect(agreement.pictureCount).toBeGreaterThanOrEqual(leastPictureCount);
    expect(agreement, name).toMatchObject({ unequalSizes: 0, unequalInBytes: 0, worstInBytes: 0 });
    if (name !== 'bytes') expect(agreement.unequalInWords, name).toBe(0);
  }
}
