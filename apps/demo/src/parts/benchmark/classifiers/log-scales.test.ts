import { describe, expect, it } from 'vitest';
import { accuracyPlace, accuracyScale, timeScale } from './log-scales.ts';

describe('the scales of the charts', () => {
  it('puts 0.9 as far above 0.8 as 0.95 above 0.9', () => {
    const [low, middle, high] = [0.8, 0.9, 0.95].map(accuracyPlace) as [number, number, number];
    expect(middle - low).toBeCloseTo(high - middle, 12);
  });

  it('has a place for an accuracy without any error', () => {
    expect(accuracyPlace(1)).toBe(4);
  });

  it('labels what lies within, and nothing beyond', () => {
    const { ticks, tickFormat } = accuracyScale('', [0.75, 0.91]);
    const format = tickFormat as (place: number) => string;
    expect((ticks as number[]).map(format)).toEqual(['0.8', '0.85', '0.9']);
    const times = timeScale('', [0.5, 700]);
    expect((times.ticks as number[]).map(times.tickFormat as (place: number) => string)).toEqual([
      '1 s',
      '10 s',
      '1 min',
      '10 min',
    ]);
  });

  it('stands for no values, too', () => {
    expect(accuracyScale('', []).domain).toEqual([-0.03, 1.03]);
  });
});
