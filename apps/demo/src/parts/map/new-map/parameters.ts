import type { DatasetEntry, Method } from '../../../data/data-index.ts';
import { formatCount } from '../../../ui/format.ts';

/** A number that shapes a map. */
export interface Parameter {
  /** As visualize calls it. */
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
}

const SEED: Parameter = {
  name: 'seed',
  title: 'Seed',
  meaning: 'The same seed gives the same map.',
  min: 0,
  max: 999_999,
  step: 1,
  initial: 42,
};

export const PARAMETERS: Readonly<Record<Method, readonly Parameter[]>> = {
  pca: [],
  umap: [
    {
      name: 'nNeighbors',
      title: 'Neighbours',
      meaning: 'How many images count as near. Few show fine detail, many show the whole.',
      min: 2,
      max: 100,
      step: 1,
      initial: 15,
    },
    {
      name: 'minDist',
      title: 'Least distance',
      meaning: 'How tightly images may be packed: 0 makes clumps.',
      min: 0,
      max: 1,
      step: 0.05,
      initial: 0.1,
    },
    {
      name: 'nEpochs',
      title: 'Rounds',
      meaning: 'How often all images are moved.',
      min: 50,
      max: 1000,
      step: 50,
      initial: 200,
    },
    SEED,
  ],
  tsne: [
    {
      name: 'perplexity',
      title: 'Perplexity',
      meaning: 'About how many neighbours an image has.',
      min: 5,
      max: 100,
      step: 1,
      initial: 30,
    },
    {
      name: 'nIter',
      title: 'Rounds',
      meaning: 'How often all images are moved. Groups part from round 250 on.',
      min: 250,
      max: 2000,
      step: 50,
      initial: 750,
    },
    SEED,
  ],
};

export const METHOD_TITLES: Readonly<Record<Method, string>> = { pca: 'PCA', tsne: 't-SNE', umap: 'UMAP' };

/** Images that a map may be made of: the ids `first..first + count - 1`. */
export interface ImageRange {
  readonly title: string;
  readonly first: number;
  readonly count: number;
}

const FEWER = [2000, 5000, 20_000];

/** What to choose from, most useful first. */
export function imageRanges({ splits }: DatasetEntry): readonly ImageRange[] {
  const all = splits.reduce((sum, { count }) => sum + count, 0);
  const ofSplits = splits.map(({ split, first, count }) => ({
    title: `the ${formatCount(count)} ${split === 'train' ? 'training' : 'test'} images`,
    first,
    count,
  }));
  const fewer = FEWER.filter((count) => count < all).map((count) => ({
    title: `the first ${formatCount(count)}`,
    first: 0,
    count,
  }));
  return [
    ...ofSplits.toSorted((a, b) => a.count - b.count),
    { title: `all ${formatCount(all)}`, first: 0, count: all },
    ...fewer,
  ];
}
