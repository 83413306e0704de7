import { expect, it } from 'vitest';
import { compareWithClaim } from './compare-with-claim.ts';

it.each([
  [0.9263, 0.926, 'agrees'],
  [0.921, 0.926, 'agrees'],
  [0.9209, 0.926, 'falls-short'],
  [0.9311, 0.926, 'exceeds'],
] as const)('says that %d beside a claim of %d %s', (accuracy, claimed, verdict) => {
  expect(compareWithClaim(accuracy, claimed)).toBe(verdict);
});
