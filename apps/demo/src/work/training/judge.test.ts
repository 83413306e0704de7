import { expect, it } from 'vitest';
import { likeliest, scoreOf } from './judge.ts';

const probabilities = Float32Array.of(0.5, 0.25, 0.25, 0.125, 0.125, 0.75, 0.25, 0.5, 0.25, 1, 0, 0);

it('takes the greatest probability for the answer', () => {
  expect([...likeliest(probabilities, 3)]).toEqual([0, 2, 1, 0]);
});

it('measures cross-entropy and the share of right answers', () => {
  const { loss, accuracy } = scoreOf(probabilities, Uint8Array.of(0, 0, 1, 0), 3);
  expect(accuracy).toBe(0.75);
  expect(loss).toBeCloseTo((Math.log(2) + Math.log(8) + Math.log(2)) / 4, 12);
});

it('keeps the loss finite where a network is certain and wrong', () => {
  const { loss } = scoreOf(Float32Array.of(1, 0), Uint8Array.of(1), 2);
  expect(loss).toBeCloseTo(7 * Math.log(10), 12);
});
