import { readFile } from 'node:fs/promises';
import { parseDefinition } from '@fashion-mnist/dataset-fetch';
import { expect, it } from 'vitest';
import { createContext } from '../src/context.ts';
import { walkTour } from '../src/tour/walk-tour.ts';
import { makeDataset } from './made-dataset.ts';
import { useWorkFolder } from './work-folder.ts';

const work = useWorkFolder();

/** Of the real Fashion-MNIST it takes minutes: test/long has it. */
it('the tour learns, maps the test images in every way and leaves its pictures', async () => {
  const made = await makeDataset(work.path, { trainCount: 300, testCount: 90, hasPattern: true });
  const definition = parseDefinition(await readFile(made.definition, 'utf8'));
  const context = await createContext({ quiet: true }, new AbortController().signal);
  const options = { out: work.in('out'), cacheDir: work.in('cache') };
  const { summary, result } = await walkTour(definition, options, context);
  expect(summary[0]).toBe('5 nearest neighbours of 300 images: accuracy 1.0000 on 90 test images');
  expect(result).toMatchObject({
    learned: { trainCount: 300, testCount: 90, accuracy: 1 },
    maps: ['pca', 'tsne', 'umap'].map((method) => ({ method, count: 90 })),
  });
  expect(await work.list('out')).toEqual([
    'map-pca.png',
    'map-pca.svg',
    'map-tsne.png',
    'map-tsne.svg',
    'map-umap.png',
    'map-umap.svg',
    'sprite.png',
  ]);
});
