import { expect, it } from 'vitest';
import { resolveWorkers } from './workers.ts';

it.each([
  [{}, 1, { workers: 1, threads: 1 }],
  [{}, 2, { workers: 1, threads: 2 }],
  [{}, 16, { workers: 4, threads: 4 }],
  [{ workers: 2 }, 2, { workers: 2, threads: 1 }],
  [{ workers: 8 }, 2, { workers: 8, threads: 1 }],
  [{ threads: 3 }, 2, { workers: 1, threads: 3 }],
])('makes of %o on %i cores %o', (options, cores, expected) => {
  expect(resolveWorkers(options, cores)).toEqual(expected);
});

it.each([{ workers: 0 }, { workers: 1.5 }, { threads: 65 }, { threads: Number.NaN }])(
  'refuses %o',
  (options) => {
    expect(() => resolveWorkers(options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  },
);
