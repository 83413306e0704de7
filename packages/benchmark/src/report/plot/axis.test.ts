import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyAxis, timeAxis } from './axis.ts';

const accuracies = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));

describe.each([
  { name: 'accuracyAxis', createAxis: accuracyAxis, values: accuracies },
  {
    name: 'timeAxis',
    createAxis: timeAxis,
    values: fc.array(fc.double({ min: 1e-3, max: 1e5, noNaN: true })),
  },
])('$name', ({ createAxis, values: someValues }) => {
  it('has a place for every value, in their order', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const { positionOf } = createAxis({ title: '', values, leastGap: 0.1 });
        const positions = values.toSorted((a, b) => a - b).map(positionOf);
        for (const position of positions) expect(position >= 0 && position <= 1).toBe(true);
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      }),
    );
  });

  it('writes nothing over each other', () => {
    fc.assert(
      fc.property(someValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (values, leastGap) => {
        const { ticks } = createAxis({ title: '', values, leastGap });
        const places = ticks.map(({ position }) => position).toSorted((a, b) => a - b);
        for (const [index, place] of places.slice(1).entries())
          expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(leastGap);
      }),
    );
  });
});

describe('accuracyAxis', () => {
  it('has as much room between 0.8 and 0.9 as between 0.9 and 0.95', () => {
    const { positionOf } = accuracyAxis({ title: '', values: [0.5, 0.99], leastGap: 0.1 });
    expect(positionOf(0.9) - positionOf(0.8)).toBeCloseTo(positionOf(0.95) - positionOf(0.9), 12);
  });
});
