import { describe, expect, it } from 'vitest';
import { grayLevels, shownRange } from './gray-levels.ts';

const picture = (...values: readonly number[]) => ({
  data: Float32Array.from(values),
  shape: [1, 1, values.length],
});

describe('grey levels', () => {
  it('are in proportion between the least and the greatest value of all pictures', () => {
    const range = shownRange([picture(-1, 0), picture(3, 1)]);
    expect(range).toEqual({ black: -1, white: 3 });
    expect([...grayLevels(Float32Array.of(-1, 0, 1, 3), range)]).toEqual([0, 64, 128, 255]);
  });

  it('of bytes are the bytes', () => {
    const data = Uint8Array.of(3, 9);
    const range = shownRange([{ data, shape: [1, 1, 2] }]);
    expect([...grayLevels(data, range)]).toEqual([3, 9]);
  });

  it('leave what is not finite out of the range, and show it as its ends', () => {
    const pixels = [Infinity, 0, -Infinity, 2, Number.NaN];
    const range = shownRange([picture(...pixels)]);
    expect(range).toEqual({ black: 0, white: 2 });
    expect([...grayLevels(Float32Array.from(pixels), range)]).toEqual([255, 0, 0, 255, 0]);
  });

  it('are black where there is nothing to compare', () => {
    for (const pixels of [[4, 4], [Number.NaN], []]) {
      const range = shownRange([picture(...pixels)]);
      expect(Number.isFinite(range.black) && Number.isFinite(range.white)).toBe(true);
      expect(grayLevels(Float32Array.from(pixels), range).every((level) => level === 0)).toBe(true);
    }
  });
});
