import { expect, it } from 'vitest';
import { thinCurve } from './thin-curve.ts';

const curveOf = (length: number) =>
  Array.from({ length }, (_, i) => ({ epoch: i, loss: 2 * i, accuracy: i / length }));

it('leaves a short curve as it is', () => {
  const curve = curveOf(400);
  expect(thinCurve(curve)).toBe(curve);
});

it('halves a long one by means, and keeps what is left over', () => {
  const thinned = thinCurve(curveOf(401));
  expect(thinned).toHaveLength(201);
  expect(thinned[0]).toEqual({ epoch: 0.5, loss: 1, accuracy: 0.5 / 401 });
  expect(thinned.at(-1)).toEqual({ epoch: 400, loss: 800, accuracy: 400 / 401 });
});
