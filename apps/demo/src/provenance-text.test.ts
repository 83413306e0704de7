import { describe, expect, it } from 'vitest';
import { provenanceText } from './provenance-text.ts';

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('provenanceText', () => {
  it('names engine and time, and the options in a second line', () => {
    const options = { nNeighbors: 15, metric: 'euclidean', nComponents: [2, 3] };
    expect(plainSpaces(provenanceText({ engine: 'umap-js 1.4.0', seconds: 7.14, options }))).toBe(
      'Made by umap-js 1.4.0 in 7.1 s\nnNeighbors 15 · metric euclidean · nComponents [2,3]',
    );
  });

  it.each([
    { seconds: 0.0414, text: '41 ms' },
    { seconds: 59.94, text: '59.9 s' },
    { seconds: 59.96, text: '1 min 0 s' },
    { seconds: 93.2, text: '1 min 33 s' },
    { seconds: 119.7, text: '2 min 0 s' },
  ])('writes $seconds seconds as $text', ({ seconds, text }) => {
    const line = provenanceText({ engine: 'pca', seconds, options: {} });
    expect(plainSpaces(line)).toBe(`Made by pca in ${text}`);
  });
});
