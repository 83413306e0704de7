import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimProblems } from './claim-schema.ts';
import { resultProblems } from './result-schema.ts';

const row = {
  id: 'two-conv',
  classifier: '2 Conv',
  preprocessing: 'None',
  fashion: 0.9,
  mnist: null,
  submitter: '@somebody',
  links: ['https://example.org'],
  status: 'runnable',
  minutes: 3,
  note: null,
};

function problemsOf(changes: object): string {
  return claimProblems({ source: 'x', rows: [{ ...row, ...changes }] }).join('\n');
}

describe('claimProblems', () => {
  it('finds none in a row that is right', () => {
    expect(problemsOf({})).toBe('');
  });

  it.each([
    [{ fashion: 87.6 }, 'claims.rows[0].fashion: expected a number in 0..1, got 87.6'],
    [{ fashion: null }, 'claims.rows[0].fashion: expected a number in 0..1, got null'],
    [{ id: 'Two Conv' }, 'claims.rows[0].id: expected an id as hog-svm, got "Two Conv"'],
    [{ submitter: '' }, 'claims.rows[0].submitter: expected a text, got ""'],
    [{ links: ['example.org'] }, 'claims.rows[0].links[0]: expected a web address, got "example.org"'],
    [{ stars: 5 }, 'claims.rows[0].stars: expected no such member'],
    [{ note: undefined }, 'claims.rows[0].note: expected a text, got nothing'],
  ])('finds %j', (changes, problem) => {
    expect(problemsOf(changes)).toBe(problem);
  });

  it('wants of each status what belongs to it', () => {
    expect(problemsOf({ status: 'verified' })).toMatch(/results: expected a list of 1..2/);
    expect(problemsOf({ status: 'great' })).toMatch(/status: expected one of verified, runnable/);
  });

  it.each([null, [], 'text', {}, { source: 'x', rows: [] }])('refuses %j', (wrong) => {
    expect(claimProblems(wrong)).not.toEqual([]);
  });
});

describe('claimProblems and resultProblems', () => {
  it('find something wrong with whatever is of another kind', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(claimProblems(value)).not.toEqual([]);
        expect(resultProblems(value)).not.toEqual([]);
      }),
    );
  });
});

describe('resultProblems', () => {
  it('wants of a network how it was trained, and of other classifiers nothing of that', () => {
    const problems = (recipe: object, figure: object) =>
      resultProblems({ kind: 'run', recipe, figures: [figure] }).join('\n');
    expect(problems({ network: 'compact' }, {})).toContain('figures[0].training: expected an object');
    expect(problems({ network: 'compact' }, {})).not.toContain('recipe.estimator');
    expect(problems({ estimator: 'SVC' }, { training: {} })).toContain('training: expected no such member');
  });

  it.each([null, {}, { kind: 'run' }, { kind: 'else' }, { kind: 'toString' }])('refuses %j', (wrong) => {
    expect(resultProblems(wrong)).not.toEqual([]);
  });
});
