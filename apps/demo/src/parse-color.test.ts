import { describe, expect, it } from 'vitest';
import { parseColor } from './parse-color.ts';

describe('parseColor', () => {
  it.each([
    { color: '#3f90da', channels: [63, 144, 218] },
    { color: 'rgb(29, 28, 26)', channels: [29, 28, 26] },
  ])('reads $color', ({ color, channels }) => {
    expect(parseColor(color)).toEqual(channels);
  });
});
