import type { Parameters, ParameterValue } from '../configuration.ts';

/** Values to try of each parameter, by scikit-learn's names. */
export type ParameterLists = Readonly<Record<string, readonly ParameterValue[]>>;

/**
 * Configurations as lists of values, in the shape of the original's file.
 *
 * @see benchmark/baselines.json of zalandoresearch/fashion-mnist
 */
export interface Grid {
  /** Part of every configuration; where a list has the same parameter, the list counts. */
  readonly common: Parameters;
  /** By classifier: all combinations of the values of all its lists. */
  readonly classifiers: Readonly<Record<string, readonly ParameterLists[]>>;
  /** By classifier: what it takes where neither its lists nor `common` say anything. Ours, not the original's. */
  readonly defaults: Readonly<Record<string, Parameters>>;
}

/** More than this is a slip: the original has 143. */
export const MAX_COMBINATIONS = 100_000;

/** How many configurations a grid stands for, valid or not. */
export function countCombinations({ classifiers }: Pick<Grid, 'classifiers'>): number {
  return Object.values(classifiers).reduce((total, family) => total + countOf(family), 0);
}

function countOf(family: readonly ParameterLists[]): number {
  return family
    .flatMap((lists) => Object.values(lists))
    .reduce((product, values) => product * values.length, 1);
}
