import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { figureOf } from './figure.ts';

const definition = { ...describeDataset('fashion-mnist'), classNames: ['a', 'b', 'c'] };
const test = { labels: Uint8Array.of(0, 0, 0, 0, 1, 1), classNames: definition.classNames };

describe('figureOf', () => {
  it('counts right labels, of all and of each class', async () => {
    const figure = await figureOf(Uint8Array.of(0, 0, 0, 1, 1, 0), test, definition);
    expect(figure).toMatchObject({ accuracy: 4 / 6, correct: 4, count: 6 });
    expect(figure.per_class).toEqual([
      { class: 'a', accuracy: 0.75 },
      { class: 'b', accuracy: 0.5 },
      { class: 'c', accuracy: 0 },
    ]);
  });

  it('knows predictions by their SHA-256', async () => {
    const abc = Uint8Array.from('abc', (letter) => letter.charCodeAt(0));
    const three = { ...test, labels: Uint8Array.of(0, 0, 0) };
    // The first example of FIPS 180-2.
    expect((await figureOf(abc, three, definition)).predictions_sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('refuses another number of predictions', async () => {
    await expect(figureOf(Uint8Array.of(0), test, definition)).rejects.toThrow(
      'expected 6 labels, one per test image, got 1',
    );
  });

  it('refuses a dataset whose files nobody vouches for', async () => {
    const files = definition.files.map(({ name, split, content, shape }) => ({
      name,
      split,
      content,
      shape,
    }));
    await expect(figureOf(test.labels, test, { ...definition, files })).rejects.toThrow(
      /fashion-mnist: expected the SHA-256 of its train images/,
    );
  });
});
