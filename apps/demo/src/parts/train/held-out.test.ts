import { expect, it } from 'vitest';
import { splitForTraining } from './held-out.ts';

const file = { href: 'x', bytes: 1 };
const split = (name: 'train' | 'test', first: number, count: number) => ({
  split: name,
  first,
  count,
  images: file,
  labels: file,
});

it('keeps the last 5,000 of 60,000 training images back', () => {
  const splits = [split('train', 0, 60_000), split('test', 60_000, 10_000)];
  expect(splitForTraining({ splits })).toEqual({
    learnableCount: 55_000,
    heldOut: { first: 55_000, count: 5000 },
    test: { first: 60_000, count: 10_000 },
  });
});

it('keeps one image of twelve back where there are few', () => {
  const splits = [split('train', 0, 24), split('test', 24, 3)];
  expect(splitForTraining({ splits })?.heldOut).toEqual({ first: 22, count: 2 });
});

it('has none where there are no training images', () => {
  expect(splitForTraining({ splits: [split('test', 0, 10)] })).toBeUndefined();
});
