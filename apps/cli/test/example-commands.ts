import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { humanProtocol, paperResults } from '@fashion-mnist/benchmark';
import { makeDataset } from './made-dataset.ts';
import { makePhotos } from './made-photos.ts';

const DATASET = { trainCount: 45, testCount: 30, height: 28, width: 28, hasPattern: true };

/**
 * Arguments of every command that ends by itself and needs no published data, in an order in which each finds what it
 * needs. What they read is made, and what they write goes, into the folder.
 */
export async function exampleCommands(folder: string): Promise<readonly (readonly string[])[]> {
  const at = (name: string) => join(folder, name);
  await mkdir(folder, { recursive: true });
  const { definition, folder: source } = await makeDataset(folder, DATASET);
  await makePhotos([at('photo.png')]);
  await writeFile(at('known.txt'), '1\ntest 2\n');
  await writeFile(at('rows.jsonl'), originalRow());
  await writeFile(at('ada.csv'), humanAnswers());
  const model = at('model.safetensors');
  const one = ['--threads', '1'];
  return [
    ['fetch', definition],
    ['info', definition],
    ['info', `${source}/train-images-idx3-ubyte.gz`],
    ['show', definition, '--out', at('sheet.png')],
    ['show', definition, '--transform', 'wrn-40-4', '--grid', '1x2'],
    ['export', definition, '--to', 'npz', '--out', at('exported')],
    ['cite', 'mnist', '--bibtex'],
    ['audit', definition, '--near', '200', '--compare', at('known.txt'), ...one],
    ['audit', definition, '--no-labels', '--out', at('findings.json'), ...one],
    ['convert', at('photo.png'), '--out', at('converted'), ...one],
    ['embed', definition, '--method', 'pca', '--beside', definition, '--out', at('map.svg'), ...one],
    ['train', 'k-neighbors', definition, '--out', model, ...one],
    ['evaluate', model, '--dataset', definition, ...one],
    ['predict', model, at('photo.png'), `${source}/t10k-images-idx3-ubyte.gz`, ...one],
    ['benchmark', 'report', at('rows.jsonl')],
    ['leaderboard'],
    ['leaderboard', 'human', at('ada.csv'), '--dataset', definition, '--images', '3', '--answers', '1'],
    ['completion', 'zsh'],
  ];
}

function humanAnswers(): string {
  const { indices } = humanProtocol({ imageCount: 3, testCount: DATASET.testCount });
  return ['index,annotator,label', ...Array.from(indices, (index) => `${index},Ada,1`)].join('\n');
}

/** A line as the original writes it. */
function originalRow(): string {
  const tree = paperResults.find(({ name }) => name === 'DecisionTreeClassifier');
  return JSON.stringify({
    name: tree?.name,
    parameter: tree?.parameter,
    score: [0.8],
    mean_accuracy: 0.8,
    std_accuracy: 0,
    time_per_repeat: 2.5,
    num_repeat: 1,
    start_time: 1,
    done_time: 9,
  });
}
