import { h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { DatasetEntry } from '../../../data/data-index.ts';
import { createDataset } from '../../../data/dataset.ts';
import { type Classifier, classifier } from '../../../state/classifier.ts';
import { Answer } from './answer.tsx';

const entry: DatasetEntry = {
  name: 'made',
  title: 'Made',
  classNames: ['Hat', 'Glove', 'Scarf'],
  imageShape: [28, 28],
  splits: [],
  layouts: [],
};
const dataset = createDataset(entry);
const found = {
  ids: Uint32Array.of(),
  distances: new Float32Array(),
  labels: Uint8Array.of(2, 2, 1, 2),
  searchedCount: 0,
};
const network = (name: string, answer: Classifier['probabilities']): Classifier => ({
  name,
  probabilities: answer,
});

function show(pixels: Uint8Array): void {
  render(h(Answer, { dataset, pixels, found }), document.body);
}

function bars(): readonly string[] {
  return Array.from(document.querySelectorAll('.class-bars li'), (bar) => bar.textContent ?? '');
}

afterEach(() => {
  render(null, document.body);
  classifier.value = undefined;
});

it('lets the neighbours vote where there is no network, and says so', async () => {
  show(new Uint8Array(784));
  await vi.waitFor(() => expect(bars()).toEqual(['2Scarf75.0 %', '1Glove25.0 %', '0Hat0.0 %']));
  expect(document.body.textContent).toContain('What its neighbours say');
});

it('shows the probabilities of the network that was trained or loaded last', async () => {
  const asked: unknown[] = [];
  classifier.value = network('compact, 3 epochs', (images, count) => {
    asked.push([images[0], count]);
    return Promise.resolve(Float32Array.of(0.9, 0.02, 0.08));
  });
  show(new Uint8Array(784).fill(7));
  await vi.waitFor(() => expect(bars()).toEqual(['0Hat90.0 %', '2Scarf8.0 %', '1Glove2.0 %']));
  expect(document.body.textContent).toContain('Probabilities by compact, 3 epochs.');
  expect(asked).toEqual([[7, 1]]);
});

it('does not take an old network’s answer for that of a new one', async () => {
  classifier.value = network('old', () => Promise.resolve(Float32Array.of(1, 0, 0)));
  show(new Uint8Array(784));
  await vi.waitFor(() => expect(document.body.textContent).toContain('Probabilities by old.'));
  classifier.value = network('new', () => new Promise(() => {}));
  await vi.waitFor(() => expect(document.body.textContent).toContain('What its neighbours say'));
});
