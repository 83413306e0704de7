import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontier } from './frontier.ts';

const place = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });

describe('frontier', () => {
  it('has exactly the places that no other one is better than', () => {
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const isBeaten = ({ x, y }: (typeof places)[number]) =>
          places.some((other) => other.x <= x && other.y >= y && (other.x < x || other.y > y));
        const expected = new Set(places.filter((one) => !isBeaten(one)).map(({ x, y }) => `${x} ${y}`));
        expect(new Set(frontier(places).map(({ x, y }) => `${x} ${y}`))).toEqual(expected);
      }),
    );
  });
});
