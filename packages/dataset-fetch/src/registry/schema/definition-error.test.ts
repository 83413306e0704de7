import { describe, expect, it } from 'vitest';
import { definitionError, describeValue, quote } from './definition-error.ts';

describe('describeValue', () => {
  it.each([
    { value: undefined, words: 'nothing' },
    { value: null, words: 'null' },
    { value: 'a "b"\n', words: '"a \\"b\\"\\n"' },
    { value: 0.5, words: '0.5' },
    { value: false, words: 'false' },
    { value: 10n, words: '10' },
    { value: {}, words: 'an object or a list' },
    { value: [1], words: 'an object or a list' },
    { value: () => 1, words: 'a function' },
    { value: Symbol('a'), words: 'a symbol' },
  ])('calls $value $words', ({ value, words }) => {
    expect(describeValue(value)).toBe(words);
  });
});

it('quotes 60 characters of a text, and says that there are more', () => {
  expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
  expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
});

it('names the place in the definition, and keeps the cause', () => {
  const cause = new Error('why');
  expect(definitionError('', 'this', 'that')).toMatchObject({
    code: 'E_DEFINITION',
    message: 'definition: expected this, got that',
  });
  expect(definitionError('a.b', 'this', 'that', { cause })).toMatchObject({
    message: 'definition: a.b: expected this, got that',
    cause,
  });
});
