import { describe, expect, it } from 'vitest';
import { walkCommands } from '../../test/walk-commands.ts';
import { createProgram } from '../program.ts';
import { complete } from './complete.ts';
import { placeholderOf, valuesOf } from './values-of.ts';

const never = new AbortController().signal;

async function completions(...words: readonly string[]) {
  const { candidates, hasFiles } = await complete(await createProgram(words, never), words);
  return { texts: candidates.map(({ text }) => text), hasFiles };
}

describe('complete', () => {
  it.each([
    { typed: ['sh'], texts: ['show'] },
    { typed: ['leaderboard', 'h'], texts: ['human'] },
    { typed: ['show', '--tr'], texts: ['--transform'] },
    { typed: ['show', '--transform', 'wrn-40'], texts: ['wrn-40-4'], hasFiles: true },
    { typed: ['show', 'kuz'], texts: ['kuzushiji-49'], hasFiles: true },
    { typed: ['show', 'mnist', ''], texts: [] },
    { typed: ['embed', '--method', ''], texts: ['pca', 'tsne', 'umap'] },
    { typed: ['embed', '--method', 'pca', 'fa'], texts: ['fashion-mnist'], hasFiles: true },
    { typed: ['embed', '--method=u'], texts: ['--method=umap'] },
    { typed: ['embed', '--method', '=', 'u'], texts: ['umap'] },
    { typed: ['embed', '--method', '='], texts: ['pca', 'tsne', 'umap'] },
    { typed: ['embed', '--out', 'a.csv', ''], texts: [], hasFiles: true },
    { typed: ['embed', '--out', 'a.csv', '--spl'], texts: ['--split'] },
    { typed: ['serve', 'mnist', 'kmn'], texts: ['kmnist'], hasFiles: true },
    { typed: ['train', 'k-n'], texts: ['k-neighbors'] },
    { typed: ['train', 'svc', '--hog', 'fash'], texts: ['fashion-mnist'], hasFiles: true },
    { typed: ['leaderboard', 'run', 'hog'], texts: ['hog-svm'] },
    { typed: ['completion', 'f'], texts: ['fish'] },
    { typed: ['show', '--index', ''], texts: [] },
    { typed: ['info', '--', '--j'], texts: [], hasFiles: true },
  ])('$typed', async ({ typed, texts, hasFiles = false }) => {
    expect(await completions(...typed)).toEqual({ texts, hasFiles });
  });

  it('offers all commands but that which the shell asks, each with a word about it', async () => {
    const { candidates } = await complete(await createProgram([], never), ['']);
    const names = candidates.map(({ text }) => text);
    expect(names).toContain('export-model');
    expect(names).not.toContain('complete');
    expect(candidates.every(({ description }) => description.length > 3)).toBe(true);
  });
});

it('every place of the command line is known to the completion', async () => {
  const places = (await walkCommands())
    .flatMap(({ command }) => [...command.options, ...command.registeredArguments])
    .filter((place) => !('flags' in place) || place.required || place.optional);
  const unknown = places.filter((place) => valuesOf(place) === undefined).map(placeholderOf);
  expect([...new Set(unknown)]).toEqual([]);
});
