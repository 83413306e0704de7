import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BenchmarkError } from '../errors.ts';
import { parseGrid } from './parse-grid.ts';

const problemsOf = (text: string): readonly string[] => {
  try {
    parseGrid(text, { file: 'grid.json' });
  } catch (error) {
    if (error instanceof BenchmarkError && error.code === 'E_GRID') return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('parseGrid', () => {
  it('reads a grid, tuples as lists', () => {
    const text = `{
      "common": { "tol": 0.01 },
      "classifiers": {
        "MLPClassifier": [{ "hidden_layer_sizes": ["(10,)", "(100, 10)", [50]] }, { "activation": ["relu"] }],
        "SVC": [{}]
      },
      "defaults": { "SVC": { "gamma": "auto" } }
    }`;
    expect(parseGrid(text)).toEqual({
      common: { tol: 0.01 },
      classifiers: {
        MLPClassifier: [{ hidden_layer_sizes: [[10], [100, 10], [50]] }, { activation: ['relu'] }],
        SVC: [{}],
      },
      defaults: { SVC: { gamma: 'auto' } },
    });
  });

  it('needs only classifiers, and does not mind a byte order mark', () => {
    expect(parseGrid('\uFEFF{"classifiers":{"GaussianNB":[{}]}}')).toEqual({
      common: {},
      classifiers: { GaussianNB: [{}] },
      defaults: {},
    });
  });

  it('says all that is wrong at once, with line and column, in the order of the file', () => {
    const text = [
      '{',
      '  "comon": {},',
      '  "classifiers": {',
      '    "SGDClassifier": [',
      '      { "penalti": ["l2"], "loss": ["hinge", "hings"] },',
      '      { "alpha": [] , "loss": ["log"] }',
      '    ],\r',
      '    "SVM": [{ "C": [1] }],',
      '    "SVC": [{ "C": [1, 10, 1.0], "kernel": "rbf" }],',
      '    "SVC": [{}]',
      '  }',
      '}',
    ].join('\n');
    expect(problemsOf(text)).toEqual([
      'grid.json:2:3: the grid has no part "comon"; did you mean "common"?',
      'grid.json:5:9: SGDClassifier has no parameter "penalti"; did you mean "penalty"?',
      expect.stringMatching(
        /^grid\.json:5:46: SGDClassifier\.loss: expected .*'squared_hinge'.*, got "hings"$/,
      ),
      'grid.json:6:18: SGDClassifier.alpha: expected at least one item, got an empty list',
      'grid.json:6:23: SGDClassifier: expected each parameter once, got "loss" twice',
      expect.stringContaining('grid.json:8:5: there is no classifier "SVM"'),
      'grid.json:9:28: SVC.C: expected each value once, got 1 twice',
      'grid.json:9:44: SVC.kernel: expected a list, got "rbf"',
      'grid.json:10:5: classifiers: expected each key once, got "SVC" twice',
    ]);
  });

  it.each([
    ['', 'grid.json:1:1: expected JSON'],
    ['[]', 'grid.json:1:1: the grid: expected an object, got a list'],
    ['{}', 'grid.json:1:1: the grid: expected "classifiers", got none'],
    ['{"classifiers":{}}', 'classifiers: expected at least one, got none'],
    ['{"classifiers":[]}', 'grid.json:1:16: classifiers: expected an object, got a list'],
    ['{"classifiers":{"SVC":{}}}', 'SVC: expected a list, got an object'],
    ['{"classifiers":{"SVC":[]}}', 'SVC: expected at least one item, got an empty list'],
    ['{"classifiers":{"SVC":[3]}}', 'SVC: expected an object, got 3'],
    ['{"classifiers":{"SVC":[{"C":[{}]}]}}', 'got an object'],
    ['{"classifiers":{"GaussianNB":[{"priors":[[[1]]]}]}}', 'GaussianNB.priors: expected texts and numbers'],
    ['{"classifiers":{"MLPClassifier":[{"hidden_layer_sizes":["(1,,2)"]}]}}', 'got "(1,,2)"'],
    ['{"classifiers":{"__proto__":[{}]}}', 'there is no classifier "__proto__"'],
    ['{"classifiers":{"SVC":[{}],"GaussianNB":[{}]},"common":{"C":1}}', 'GaussianNB has no parameter "C"'],
    ['{"classifiers":{"SVC":[{}]},"common":{"C":0}}', '1:43: SVC.C: expected a number > 0, got 0'],
    ['{"classifiers":{"SVC":[{}]},"defaults":{"SCV":{}}}', 'there is no classifier "SCV"'],
    ['{"classifiers":{"SVC":[{}]},"defaults":{"SVC":{"kernel":"rbv"}}}', '1:57: SVC.kernel: expected'],
    ['{"classifiers":{"SVC":[{}],}}', 'grid.json:1:28: expected JSON, got: property name expected'],
    ['{"classifiers":{"SVC":[{}]}} // mine', 'expected JSON, got: invalid comment token'],
    ['['.repeat(200_000), 'grid.json:1:1: expected JSON'],
  ])('refuses %s', (text, message) => {
    expect(problemsOf(text).join('\n')).toContain(message);
  });

  it('refuses a product of lists that nobody means', () => {
    const list = JSON.stringify(Array.from({ length: 100 }, (_, index) => index + 1));
    const text = `{"classifiers":{"SVC":[{"C":${list},"tol":${list},"coef0":${list}}]}}`;
    expect(problemsOf(text)).toEqual([
      'grid.json:1:16: expected at most 100000 combinations, got 1000000; split the grid',
    ]);
  });

  it('has a grid or an E_GRID for every text', () => {
    const name = fc.constantFrom(
      'common',
      'classifiers',
      'defaults',
      'SVC',
      'C',
      'kernel',
      'GaussianNB',
      '__proto__',
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, 1, 'rbf', '(1,)'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    const text = fc.oneof(
      fc.string(),
      json.map((value) => JSON.stringify(value)),
      json.map((value) => JSON.stringify({ classifiers: { SVC: [{ C: value }] } })),
    );
    fc.assert(
      fc.property(text, (each) => {
        for (const problem of problemsOf(each))
          expect(problem).toMatch(/^(grid\.json:\d+:\d+: |and \d+ more)/);
      }),
      { numRuns: 500 },
    );
  });
});
