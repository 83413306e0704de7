import { describe, expect, it } from 'vitest';
import { slug } from './slug.ts';

describe('slug', () => {
  it.each([
    { name: 'T-shirt/top', expected: 't-shirt-top' },
    { name: 'Ankle boot', expected: 'ankle-boot' },
    { name: '../../etc/passwd', expected: 'etc-passwd' },
    { name: 'a\u0000b\\c:d', expected: 'a-b-c-d' },
    { name: 'お', expected: 'お' },
    { name: 'Cafe\u0301', expected: 'café' },
    { name: 'I', expected: 'i' },
    { name: '!', expected: '' },
  ])('makes $expected of $name', ({ name, expected }) => {
    expect(slug(name)).toBe(expected);
  });
});
