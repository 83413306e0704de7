import { expect, it } from 'vitest';
import { sparkline } from './sparkline.ts';

it('draws numbers as heights between the least and the greatest', () => {
  expect(sparkline([7, 3.5, 0, 1])).toBe('█▅▁▂');
});

it('leaves a line for what is unknown, and is flat where nothing changes', () => {
  expect(sparkline([undefined, 2, 2])).toBe('─▁▁');
  expect(sparkline([])).toBe('');
});
