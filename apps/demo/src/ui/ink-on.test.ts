import { CLASS_COLORS } from '@fashion-mnist/visualize/class-colors';
import { describe, expect, it } from 'vitest';
import { inkOn } from './ink-on.ts';

describe('inkOn', () => {
  it.each([
    { color: '#ffffff', ink: '#000000' },
    { color: '#000000', ink: '#ffffff' },
    { color: '#ffa90e', ink: '#000000' },
    { color: '#832db6', ink: '#ffffff' },
  ])('writes on $color in $ink', ({ color, ink }) => {
    expect(inkOn(color)).toBe(ink);
  });

  it('knows an ink for every class colour', () => {
    expect(new Set(CLASS_COLORS.map(inkOn))).toEqual(new Set(['#000000', '#ffffff']));
  });
});
