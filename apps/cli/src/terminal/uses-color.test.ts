import { describe, expect, it } from 'vitest';
import { usesColor } from './uses-color.ts';

describe('usesColor', () => {
  it.each([
    { isTTY: true, env: {}, expected: true },
    { isTTY: true, env: { NO_COLOR: '' }, expected: true },
    { isTTY: true, env: { NO_COLOR: '1' }, expected: false },
    { isTTY: true, env: { NO_COLOR: '0' }, expected: false },
    { isTTY: true, env: { TERM: 'dumb' }, expected: false },
    { isTTY: false, env: { TERM: 'xterm-256color' }, expected: false },
  ])('says $expected for a terminal $isTTY with $env', ({ isTTY, env, expected }) => {
    expect(usesColor({ isTTY }, env)).toBe(expected);
  });
});
