import { createRng } from '@fashion-mnist/core';
import { expect, it } from 'vitest';
import { curveOrder, sameOrder } from './map-order.ts';

it('visits cell after cell, quarter after quarter', () => {
  const corners = Float32Array.of(1, 1, 0, 1, 0, 0, 1, 0, 0.01, 0);
  expect([...curveOrder(corners).order]).toEqual([2, 4, 3, 1, 0]);
});

it('has each point once, at its rank', () => {
  const rng = createRng(1);
  const { order, ranks } = curveOrder(Float32Array.from({ length: 600 }, () => rng.nextNormal()));
  expect(order.toSorted()).toEqual(Int32Array.from({ length: 300 }, (_, i) => i));
  order.forEach((point, place) => expect(ranks[point]).toBe(place));
});

it('leaves points that are one, or none, as they are', () => {
  expect(curveOrder(new Float32Array(8).fill(3))).toEqual(sameOrder(4));
  expect(curveOrder(new Float32Array(0))).toEqual(sameOrder(0));
});
