import { describe, expect, it } from 'vitest';
import { formatBytes, formatDifference, formatSeconds } from './format-figures.ts';

describe('figures', () => {
  it.each([
    [null, '-'],
    [0.042, '0.04 s'],
    [9.994, '9.99 s'],
    [9.996, '10.0 s'],
    [59.94, '59.9 s'],
    [59.96, '1.0 min'],
    [3_596, '59.9 min'],
    [3_598, '1.0 h'],
    [8_280, '2.3 h'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });

  it.each([
    [null, '-'],
    [412e6, '412 MB'],
    [999.6e6, '1.0 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [null, '-'],
    [0.01, '+0.0100'],
    [0, '0.0000'],
    [-0.0184, '-0.0184'],
  ])('a difference of %d is %s', (difference, text) => {
    expect(formatDifference(difference)).toBe(text);
  });
});
