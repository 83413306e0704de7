import { describe, expect, it } from 'vitest';
import { baselinesGrid } from '../grid/baselines-grid.ts';
import { familiesOf, familyOf } from './families.ts';

const names = Object.keys(baselinesGrid.classifiers);

describe('families', () => {
  it('are told apart by colour and shape, all of the grid', () => {
    const families = familiesOf(names);
    expect(families.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    expect(new Set(families.map(({ kind, shape }) => `${kind} ${shape}`)).size).toBe(names.length);
    expect(families.map(({ kind }) => kind)).not.toContain('other');
  });

  it.each(['constructor', 'Stranger'])('have a place for %s', (name) => {
    expect(familyOf(name)).toEqual({ name, shortName: name, kind: 'other', shape: 'circle' });
    expect(familiesOf(['SVC', name, 'SVC']).map((family) => family.name)).toEqual(['SVC', name]);
  });
});
