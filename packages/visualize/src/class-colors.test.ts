import { describe, expect, it } from 'vitest';
import { CLASS_COLORS, classColor } from './class-colors.ts';

describe('classColor', () => {
  it('has ten different colours, and starts again after them', () => {
    expect(new Set(CLASS_COLORS).size).toBe(10);
    expect(classColor(3)).toBe(CLASS_COLORS[3]);
    expect(classColor(13)).toBe(CLASS_COLORS[3]);
  });
});
