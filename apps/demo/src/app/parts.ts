import type { Part } from '../part.ts';

/** The parts of the page, in the order of the navigation. */
export const PARTS: readonly Part[] = [
  {
    name: 'map',
    title: 'Map',
    description: '70,000 garments on a map',
    load: async () => (await import('../parts/map/index.tsx')).MapPart,
  },
  {
    name: 'train',
    title: 'Train',
    description: 'Train a network and watch',
    load: async () => (await import('../parts/train/index.tsx')).TrainPart,
  },
  {
    name: 'errors',
    title: 'Errors',
    description: 'What models get wrong, and where labels are doubtful',
    load: async () => (await import('../parts/errors/index.tsx')).ErrorsPart,
  },
  {
    name: 'yours',
    title: 'Your own',
    description: 'Draw or photograph a garment',
    load: async () => (await import('../parts/own/index.tsx')).OwnPart,
  },
  {
    name: 'benchmark',
    title: 'Benchmark',
    description: '129 classifiers and the leaderboard',
    load: async () => (await import('../parts/benchmark/index.tsx')).BenchmarkPart,
  },
  {
    name: 'you',
    title: 'You',
    description: 'You against the models',
    load: async () => (await import('../parts/compete/index.tsx')).CompetePart,
  },
];
