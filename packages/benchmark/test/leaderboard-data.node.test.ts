import { readdir, readFile } from 'node:fs/promises';
import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { resultFilesSource } from '../leaderboard/result-files-source.ts';
import {
  type Claim,
  claims,
  keptResults,
  leaderboard,
  leaderboardMarkdown,
  ownEntries,
  recipes,
} from '../src/index.ts';
import { isPublished } from '../src/leaderboard/is-published.ts';
import type { LeaderboardResult } from '../src/leaderboard/leaderboard-result.ts';
import { resultFileName } from '../src/leaderboard/result-file.ts';
import { claimProblems } from '../src/leaderboard/schema/claim-schema.ts';
import { resultProblems } from '../src/leaderboard/schema/result-schema.ts';
import { fillBlock } from '../src/leaderboard/table/fill-block.ts';

const folder = new URL('../leaderboard/', import.meta.url);
const RENEW = 'stale: renew it by `pnpm run leaderboard:docs` in packages/benchmark, then `npm run format`';

async function readText(path: string): Promise<string> {
  return readFile(new URL(path, folder), 'utf8');
}

async function readResults(): Promise<ReadonlyMap<string, LeaderboardResult>> {
  const names = await readdir(new URL('results/', folder));
  const texts = await Promise.all(names.map((name) => readText(`results/${name}`)));
  return new Map(names.map((name, index) => [name, JSON.parse(texts[index] ?? '')]));
}

function verified(): readonly (Claim & { readonly status: 'verified' })[] {
  return claims.flatMap((claim) => (claim.status === 'verified' ? [claim] : []));
}

/** Tables as they are before a formatter aligns their columns. */
function withoutPadding(markdown: string): string {
  return markdown.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');
}

describe('claims.json', () => {
  it('is of its schema', async () => {
    expect(claimProblems(JSON.parse(await readText('claims.json')))).toEqual([]);
  });

  it('has the rows of the original README', () => {
    const sum = (values: readonly (number | null)[]) =>
      values.reduce((total: number, value) => total + (value ?? 0), 0);
    expect(claims).toHaveLength(38);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(38);
    expect(sum(claims.map(({ fashion }) => fashion))).toBeCloseTo(35.0975, 9);
    expect(claims.filter(({ mnist }) => mnist !== null)).toHaveLength(12);
    expect(sum(claims.map(({ mnist }) => mnist))).toBeCloseTo(11.817, 9);
    expect(claims.flatMap(({ links }) => links)).toHaveLength(42);
  });

  it.each([
    ['2-conv-pooling-kashif-rasul', '2 Conv+pooling', 0.876, null, 'Kashif Rasul'],
    ['2-conv-pooling-tensorflow', '2 Conv+pooling', 0.916, null, "Tensorflow's doc"],
    ['gru-svm-dropout', 'GRU+SVM with dropout', 0.897, 0.988, '@AFAgarap'],
    ['wrn-40-4', 'WRN40-4 8.9M params', 0.967, null, '@ajbrock'],
    ['mlp-256-128-100', 'MLP 256-128-100', 0.8833, null, '@heitorrapela'],
    ['human-performance', 'Human Performance', 0.835, null, 'Leo'],
    ['hog-svm', 'HOG+SVM', 0.926, null, '@subalde'],
    ['xgboost', 'XgBoost', 0.898, 0.958, '@anktplwl91'],
    ['denser', 'DENSER', 0.953, 0.997, '@fillassuncao'],
    ['fastai-resnet50', 'Fastai', 0.9312, null, '@Sayak'],
  ])('has %s as it was claimed', (id, classifier, fashion, mnist, submitter) => {
    expect(claims.find((claim) => claim.id === id)).toMatchObject({ classifier, fashion, mnist, submitter });
  });

  it('calls a row runnable or verified only where there is a recipe', () => {
    const withRecipe = claims.filter(({ status }) => status === 'runnable' || status === 'verified');
    const entries = [...withRecipe, ...ownEntries].map(({ id }) => id);
    expect(recipes.map(({ row }) => row)).toEqual(entries);
  });

  it('has a kept run behind each verified row, with the same figures, none of which falls short', async () => {
    const results = await readResults();
    for (const { id, fashion, mnist, results: files, verified_fashion, verified_mnist } of verified()) {
      const runs = files.map((file) => {
        const result = results.get(file);
        if (result?.kind !== 'run') throw new Error(`${id}: expected ${file} to be a run`);
        return result;
      });
      for (const { row, recipe, tolerance, figures } of runs) {
        expect(row).toBe(id);
        expect(recipe.row).toBe(id);
        expect(figures.map(({ verdict }) => verdict)).not.toContain('falls-short');
        for (const { accuracy, claimed } of figures)
          expect(accuracy).toBeGreaterThanOrEqual((claimed ?? 1) - tolerance);
      }
      const figures = runs.flatMap((run) => run.figures);
      expect(figures.map(({ dataset, accuracy, claimed }) => [dataset.name, accuracy, claimed])).toEqual([
        ['fashion-mnist', verified_fashion, fashion],
        ...(verified_mnist === null ? [] : [['mnist', verified_mnist, mnist]]),
      ]);
    }
  });
});

describe('the files of results', () => {
  it('are of their schema, and called by what is in them', async () => {
    for (const [name, result] of await readResults()) {
      expect(resultProblems(result, name)).toEqual([]);
      expect(await resultFileName(result)).toBe(name);
    }
  });

  it('are about the published files, and their figures agree with each other', async () => {
    for (const [, { figures }] of await readResults()) {
      for (const { dataset, accuracy, correct, count, interval, per_class } of figures) {
        const { name, test_images, test_labels, train_images, train_labels } = dataset;
        const hashes = [train_images, train_labels, test_images, test_labels];
        expect(describeDataset(name).files.map(({ sha256 }) => sha256)).toEqual(hashes);
        expect(isPublished(describeDataset(name))).toBe(true);
        expect(accuracy).toBe(correct / count);
        expect(interval[0]).toBeLessThan(accuracy);
        expect(interval[1]).toBeGreaterThan(accuracy);
        const classes = per_class.map(({ class: className }) => className);
        expect(classes).toEqual(describeDataset(name).classNames);
      }
    }
  });

  it('have no row twice, and no submission in place of a claim', async () => {
    const results = [...(await readResults()).values()];
    const submitted = results.filter(({ kind }) => kind === 'submission').map(({ row }) => row);
    const rows = [...claims.map(({ id }) => id), ...submitted];
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('are all bundled', async () => {
    const results = await readResults();
    const source = await readFile(new URL('../src/leaderboard/result-files.ts', folder), 'utf8');
    expect(source, RENEW).toBe(resultFilesSource([...results.keys()]));
    expect(new Map(keptResults.map(({ file, result }) => [file, result]))).toEqual(results);
  });
});

describe('README.md', () => {
  it('has the tables of claims and results', async () => {
    const readme = await readText('README.md');
    const renewed = fillBlock(readme, 'leaderboard', leaderboardMarkdown(leaderboard()));
    expect(withoutPadding(readme) === withoutPadding(renewed), RENEW).toBe(true);
  });
});
