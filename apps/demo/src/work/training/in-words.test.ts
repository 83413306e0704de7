import { ModelsError } from '@fashion-mnist/models';
import { expect, it } from 'vitest';
import { inWords } from './in-words.ts';

it.each([
  [new ModelsError('E_DIVERGED', 'the loss is NaN'), /smaller learning rate/],
  [new ModelsError('E_MODEL', 'cut off'), /no network that can be used here \(cut off\)/],
  [new RangeError('Array buffer allocation failed'), /not enough memory/],
  [new Error('Requested texture size [0x90000] is invalid.'), /not enough memory/],
  [new Error('The worker has ended.'), /^The worker has ended\.$/],
  ['a text', /^a text$/],
])('says %s in words', (error, sentence) => {
  expect(inWords(error).message).toMatch(sentence);
  expect(inWords(error).cause).toBe(error);
});
