import { expect, it } from 'vitest';
import { phasesOf } from './phases.ts';
import { tsneSettings } from './tsne-options.ts';

const samples = { data: new Uint8Array(200), shape: [100, 2] };

it.each([
  {
    options: {},
    phases: [
      [0, 250, 12, 0.5],
      [250, 1000, 1, 0.8],
    ],
  },
  { options: { nIter: 100 }, phases: [[0, 100, 12, 0.5]] },
  { options: { exaggerationIterations: 0, nIter: 10 }, phases: [[0, 10, 1, 0.8]] },
  {
    options: { lateExaggeration: 4, nIter: 800 },
    phases: [
      [0, 250, 12, 0.5],
      [250, 750, 1, 0.8],
      [750, 800, 4, 0.8],
    ],
  },
  {
    options: { lateExaggeration: 4, lateExaggerationStart: 0, nIter: 300 },
    phases: [
      [0, 250, 12, 0.5],
      [250, 300, 4, 0.8],
    ],
  },
])('plans phases of $options', ({ options, phases }) => {
  const planned = phasesOf(tsneSettings(samples, options));
  expect(
    planned.map(({ start, end, exaggeration, momentum }) => [start, end, exaggeration, momentum]),
  ).toEqual(phases);
});
