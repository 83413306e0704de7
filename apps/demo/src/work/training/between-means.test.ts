import { expect, it } from 'vitest';
import { betweenMeans, NOTHING_YET } from './between-means.ts';

it('gives the means of what came in between', () => {
  const earlier = { imageCount: 100, loss: 2, accuracy: 0.25 };
  const later = { imageCount: 400, loss: 1.25, accuracy: 0.625 };
  expect(betweenMeans(earlier, later)).toEqual({ loss: 1, accuracy: 0.75 });
});

it('gives the first means of an epoch as they are', () => {
  const first = { imageCount: 64, loss: 2.5, accuracy: 0.125 };
  expect(betweenMeans(NOTHING_YET, first)).toEqual({ loss: 2.5, accuracy: 0.125 });
});

it('stays within what a loss and a share can be, whatever rounding does', () => {
  const later = { imageCount: 3, loss: 0.1 * (2 / 3), accuracy: 1 };
  const { loss, accuracy } = betweenMeans({ imageCount: 2, loss: 0.1000001, accuracy: 0.9999999 }, later);
  expect(loss).toBe(0);
  expect(accuracy).toBe(1);
});
