import { expect, it } from 'vitest';
import { rankClasses, voteOf } from './vote.ts';

it('gives each class its share of the neighbours', () => {
  const shares = voteOf(Uint8Array.of(3, 3, 1, 3), 5);
  expect(Array.from(shares)).toEqual([0, 0.25, 0, 0.75, 0]);
});

it('ranks classes, the first of equals first', () => {
  const ranked = rankClasses(Float32Array.of(0.25, 0, 0.5, 0.25));
  expect(ranked.map(({ label }) => label)).toEqual([2, 0, 3, 1]);
});
