import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { confusionPng, confusionSvg } from './confusion.ts';

const counts = { data: Uint32Array.of(8, 2, 0, 10), shape: [2, 2] };
const options = { classNames: ['Shoe', 'Hat & scarf'], title: 'Things', subtitle: 'accuracy 0.9' };

describe('confusionSvg', () => {
  const svg = confusionSvg(counts, options);

  it('shows every count but zeros, every name on both axes, and the headings', () => {
    const texts = [...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['8', '2', '10', 'Things', 'accuracy 0.9', 'true', 'predicted']),
    );
    expect(texts).not.toContain('0');
    expect(texts.filter((text) => text === 'Hat &amp; scarf')).toHaveLength(2);
  });

  it('colours a cell by its share of the true class, the more the darker', () => {
    const brightness = [...svg.matchAll(/<rect x[^>]*fill="#([0-9a-f]{2})/g)].map(([, red = '']) =>
      parseInt(red, 16),
    );
    const [shoe = 0, shoeAsHat = 0, hatAsShoe = 0, hat = 0] = brightness;
    expect([shoe, shoeAsHat, hatAsShoe, hat].toSorted((a, b) => a - b)).toEqual([
      hat,
      shoe,
      shoeAsHat,
      hatAsShoe,
    ]);
  });

  it.each([
    [{ data: new Uint32Array(2), shape: [1, 2] }],
    [{ data: new Uint32Array(3), shape: [2, 2] }],
    [{ data: new Uint32Array(9), shape: [3, 3] }],
  ])('refuses counts that do not fit the names', (wrong) => {
    expect(() => confusionSvg(wrong, options)).toThrow(/expected counts \[2, 2\]/);
  });
});

describe('confusionPng', () => {
  it('is as large as the document, times the pixel ratio', () => {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(confusionSvg(counts, options)) ?? [];
    const picture = decode(confusionPng(counts, { ...options, pixelRatio: 2 }));
    expect([picture.width, picture.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  });
});
