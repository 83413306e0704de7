import { estimators } from '@fashion-mnist/models';
import { describe, expect, it } from 'vitest';
import type { Parameters, ParameterValue } from '../configuration.ts';
import { createClassifier } from './create-classifier.ts';
import { estimatorOptions, findEstimator, optionNameOf } from './estimator-options.ts';
import { parameterNameOf } from './spelling.ts';

const optionsOf = (name: string, parameters: Parameters) => estimatorOptions(findEstimator(name), parameters);

describe('optionNameOf', () => {
  it('knows every option of every classifier by one name of scikit-learn', () => {
    for (const estimator of estimators)
      for (const option of Object.keys(estimator.rules)) {
        const parameter = parameterNameOf(option);
        expect(parameter).toMatch(/^(C|[a-z0-9_]+)$/);
        expect(optionNameOf(estimator, parameter)).toBe(option);
      }
  });

  it.each([
    ['SGDClassifier', 'penalti', 'SGDClassifier has no parameter "penalti"; did you mean "penalty"?'],
    ['SVC', 'c', 'SVC has no parameter "c"; did you mean "C"?'],
    ['DecisionTreeClassifier', 'maxDepth', 'did you mean "max_depth"?'],
    ['MLPClassifier', 'beta1', 'did you mean "beta_1"?'],
    ['GaussianNB', 'colour', 'GaussianNB has no parameter "colour"; there are priors, var_smoothing'],
    ['SVC', 'random_state', '"random_state" is up to the benchmark; leave it out'],
    ['SVC', 'toString', 'SVC has no parameter "toString"'],
  ])('refuses %s(%s)', (name, parameter, message) => {
    expect(() => optionNameOf(findEstimator(name), parameter)).toThrow(
      expect.objectContaining({ code: 'E_GRID', message: expect.stringContaining(message) as string }),
    );
  });
});

describe('estimatorOptions', () => {
  it.each<[string, string, ParameterValue, string, unknown]>([
    ['DecisionTreeClassifier', 'max_depth', 10, 'maxDepth', 10],
    ['DecisionTreeClassifier', 'max_depth', null, 'maxDepth', null],
    ['DecisionTreeClassifier', 'criterion', 'log_loss', 'criterion', 'logLoss'],
    ['DecisionTreeClassifier', 'min_samples_leaf', 5, 'minSamplesLeaf', 5],
    ['DecisionTreeClassifier', 'min_samples_leaf', 0.1, 'minSamplesLeaf', { fraction: 0.1 }],
    ['RandomForestClassifier', 'max_features', 'auto', 'maxFeatures', 'sqrt'],
    ['RandomForestClassifier', 'max_features', 28, 'maxFeatures', { count: 28 }],
    ['RandomForestClassifier', 'max_features', 0.5, 'maxFeatures', { fraction: 0.5 }],
    ['RandomForestClassifier', 'class_weight', 'balanced_subsample', 'classWeight', 'balancedSubsample'],
    ['HistGradientBoostingClassifier', 'max_features', 0.5, 'maxFeatures', 0.5],
    ['GradientBoostingClassifier', 'loss', 'deviance', 'loss', 'logLoss'],
    ['GradientBoostingClassifier', 'criterion', 'friedman_mse', 'criterion', 'friedmanMse'],
    ['SGDClassifier', 'loss', 'log', 'loss', 'logLoss'],
    ['SGDClassifier', 'loss', 'log_loss', 'loss', 'logLoss'],
    ['SGDClassifier', 'loss', 'squared_hinge', 'loss', 'squaredHinge'],
    ['SGDClassifier', 'loss', 'modified_huber', 'loss', 'modifiedHuber'],
    ['SGDClassifier', 'penalty', 'none', 'penalty', null],
    ['SGDClassifier', 'average', true, 'average', true],
    ['LinearSVC', 'multi_class', 'crammer_singer', 'multiClass', 'crammerSinger'],
    ['GaussianProcessClassifier', 'multi_class', 'one_vs_one', 'multiClass', 'oneVsOne'],
    ['LogisticRegression', 'solver', 'newton-cg', 'solver', 'newton-cg'],
    ['MLPClassifier', 'hidden_layer_sizes', [100, 10], 'hiddenLayerSizes', [100, 10]],
    ['MLPClassifier', 'hidden_layer_sizes', 50, 'hiddenLayerSizes', [50]],
    ['MLPClassifier', 'beta_1', 0.8, 'beta1', 0.8],
    ['SVC', 'C', 10, 'C', 10],
    ['SVC', 'gamma', 'auto', 'gamma', 'auto'],
    ['GaussianNB', 'priors', [0.5, 0.5], 'priors', [0.5, 0.5]],
  ])('understands %s(%s=%j)', (name, parameter, value, option, expected) => {
    expect(optionsOf(name, { [parameter]: value })).toEqual({ [option]: expected });
  });

  it.each<[string, string, ParameterValue, string]>([
    [
      'SGDClassifier',
      'penalty',
      'l3',
      `SGDClassifier.penalty: expected 'l2' or 'l1' or 'elasticnet' or null, got "l3"`,
    ],
    ['LinearSVC', 'loss', 'squaredHinge', "expected 'hinge' or 'squared_hinge', got"],
    ['SVC', 'C', '10', 'SVC.C: expected a number > 0, got "10"'],
    ['SVC', 'kernel', 'constructor', "expected 'linear' or 'poly' or 'rbf' or 'sigmoid'"],
    [
      'RandomForestClassifier',
      'max_features',
      1.5,
      'number of features >= 1 or a number > 0 and <= 1 or null, got 1.5',
    ],
    ['GaussianNB', 'priors', [0.5, 'half'], 'got [0.5,"half"]'],
  ])('refuses %s(%s=%j)', (name, parameter, value, message) => {
    expect(() => optionsOf(name, { [parameter]: value })).toThrow(
      expect.objectContaining({ code: 'E_GRID', message: expect.stringContaining(message) as string }),
    );
  });
});

describe('createClassifier', () => {
  it('takes defaults where the parameters say nothing', () => {
    const { options } = createClassifier({
      name: 'SVC',
      parameter: { C: 10, degree: 2 },
      defaults: { gamma: 'auto', degree: 4 },
    });
    expect(options).toMatchObject({ C: 10, gamma: 'auto', degree: 2, kernel: 'rbf' });
  });

  it('lets the classifier refuse what does not go together', () => {
    const parameter = { penalty: 'l1', loss: 'hinge' };
    expect(() => createClassifier({ name: 'LinearSVC', parameter })).toThrow(
      expect.objectContaining({ name: 'ModelsError', code: 'E_OPTION' }),
    );
  });

  it('names the classifier that was meant', () => {
    expect(() => createClassifier({ name: 'RandomForestClasifier', parameter: {} })).toThrow(
      'there is no classifier "RandomForestClasifier"; did you mean "RandomForestClassifier"?',
    );
  });
});
