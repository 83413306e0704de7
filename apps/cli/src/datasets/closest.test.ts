import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

const NAMES = ['fashion-mnist', 'mnist', 'kmnist', 'kuzushiji-49', 'emnist-letters', 'qmnist-test10k'];

describe('closest', () => {
  it.each([
    { text: 'fashion', expected: 'fashion-mnist' },
    { text: 'FashionMNIST', expected: 'fashion-mnist' },
    { text: 'Fasion_MNIST', expected: 'fashion-mnist' },
    { text: 'mnits', expected: undefined },
    { text: 'mnst', expected: 'mnist' },
    { text: 'letters', expected: 'emnist-letters' },
    { text: 'kuzushiji49', expected: 'kuzushiji-49' },
    { text: 'cifar-10', expected: undefined },
    { text: '', expected: undefined },
    { text: '../..', expected: undefined },
    { text: 'x'.repeat(100_000), expected: undefined },
  ])('takes $text.length letters for $expected', ({ text, expected }) => {
    expect(closest(text, NAMES)).toBe(expected);
  });
});
