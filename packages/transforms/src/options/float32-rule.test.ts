import { describe, expect, it } from 'vitest';
import { float32, isFloat32 } from './float32-rule.ts';

describe('the rule of numbers that become float32', () => {
  it('accepts what stays finite', () => {
    const rule = float32(0);
    for (const value of [0, -1.5, 3.4028235e38, -3.4028235e38]) expect(rule.accepts(value)).toBe(true);
    for (const value of [1e39, -1e39, 3.5e38, Number.NaN, Infinity, '1', null, undefined]) {
      expect(rule.accepts(value)).toBe(false);
      expect(isFloat32(value)).toBe(false);
    }
  });

  it('keeps narrower bounds', () => {
    const rule = float32(1, { min: 0 });
    expect([0, 5].every((value) => rule.accepts(value))).toBe(true);
    expect([-1, 1e39].some((value) => rule.accepts(value))).toBe(false);
    expect(rule.default).toBe(1);
    expect(rule.parse('1e39')).toBeUndefined();
    expect(rule.parse('0.5')).toBe(0.5);
  });
});
