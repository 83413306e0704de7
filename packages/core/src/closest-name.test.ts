import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.ts';

const NAMES = ['fashion-mnist', 'mnist', 'kmnist', 'kuzushiji-49', 'emnist-letters', 'qmnist-test10k'];

describe('closestName', () => {
  it.each([
    { text: 'fashion', expected: 'fashion-mnist' },
    { text: 'FashionMNIST', expected: 'fashion-mnist' },
    { text: 'Fasion_MNIST', expected: 'fashion-mnist' },
    { text: 'mnits', expected: 'mnist' },
    { text: 'mnst', expected: 'mnist' },
    { text: 'letters', expected: 'emnist-letters' },
    { text: 'kuzushiji49', expected: 'kuzushiji-49' },
    { text: 'cifar-10', expected: undefined },
    { text: '', expected: undefined },
    { text: '../..', expected: undefined },
    { text: 'x'.repeat(100_000), expected: undefined },
  ])('takes $text.length letters for $expected', ({ text, expected }) => {
    expect(closestName(text, NAMES)).toBe(expected);
  });

  it('knows a name with a letter too many, too few or wrong, wherever that is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES.filter((name) => name.length > 5)),
        fc.nat(),
        fc.constantFrom('', 'z', 'zz'),
        (name, place, letter) => {
          const at = place % name.length;
          expect(closestName(name.slice(0, at) + letter + name.slice(at + 1), [name])).toBe(name);
        },
      ),
    );
  });

  it('takes the first of equally near names', () => {
    expect(closestName('rate', ['rite', 'rote'])).toBe('rite');
  });
});
