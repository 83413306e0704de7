import { describe, expect, it } from 'vitest';
import { baselinesGrid } from '../grid/baselines-grid.ts';
import { expandGrid } from '../grid/expand-grid.ts';
import { fitOf } from './fit-of.ts';
import type { JobDescription } from './job.ts';
import { DESCRIPTION } from './testing.ts';

const job = (name: string, parameter: JobDescription['parameter']): JobDescription => ({
  ...DESCRIPTION,
  name,
  parameter,
});

describe('fitOf', () => {
  it('is the same for parameters that a classifier does not look at', () => {
    const fit = (loss: string, penalty: string, C: number) =>
      fitOf(job('LinearSVC', { C, loss, penalty, multi_class: 'crammer_singer' }));
    expect(fit('hinge', 'l1', 1)).toBe(fit('squared_hinge', 'l2', 1));
    expect(fit('hinge', 'l1', 1)).not.toBe(fit('hinge', 'l1', 10));
  });

  it('differs where they count', () => {
    const fit = (loss: string) => fitOf(job('LinearSVC', { loss, penalty: 'l2', multi_class: 'ovr' }));
    expect(fit('hinge')).not.toBe(fit('squared_hinge'));
  });

  it('differs in repeat, seed and data, whatever the id', () => {
    const all = [
      { ...DESCRIPTION, id: 'x' },
      DESCRIPTION,
      { ...DESCRIPTION, repeat: 1 },
      { ...DESCRIPTION, seed: 2 },
      { ...DESCRIPTION, dataset: { name: 'mnist', sha256: '0'.repeat(64) } },
    ].map(fitOf);
    expect(new Set(all).size).toBe(4);
  });

  it('leaves 9 of the 131 fits of the original grid to others', () => {
    const { configurations } = expandGrid(baselinesGrid);
    const fits = configurations.map((configuration) => fitOf({ ...DESCRIPTION, ...configuration }));
    expect(configurations.length - new Set(fits).size).toBe(9);
  });
});
