import { ModelsError } from '@fashion-mnist/models';
import type { GridConfiguration, Parameters } from '../configuration.ts';
import { BenchmarkError } from '../errors.ts';
import { createClassifier } from './create-classifier.ts';
import { countCombinations, type Grid, MAX_COMBINATIONS, type ParameterLists } from './grid.ts';
import { inScikitLearnSpelling } from './spelling.ts';

/** A combination that no classifier can be created of, and why. */
export interface LeftOut {
  readonly configuration: GridConfiguration;
  readonly reason: string;
}

/** All combinations of a grid, in its order. */
export interface ExpandedGrid {
  /** The valid ones. */
  readonly configurations: readonly GridConfiguration[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * All combinations of the values of a grid: classifiers and lists in the order of the grid, the last list changing
 * fastest. As in the original, creating the classifier decides whether a combination is valid.
 *
 * @throws {BenchmarkError} `E_GRID` - an unknown classifier or parameter, a value that it does not take, or over 100,000
 *   combinations.
 * @see benchmark/runner.py of zalandoresearch/fashion-mnist
 */
export function expandGrid(grid: Grid): ExpandedGrid {
  requireSaneSize(grid);
  const configurations: GridConfiguration[] = [];
  const leftOut: LeftOut[] = [];
  for (const configuration of combinationsOf(grid)) {
    const reason = reasonToLeaveOut(configuration);
    if (reason === undefined) configurations.push(configuration);
    else leftOut.push({ configuration, reason });
  }
  return { configurations, leftOut };
}

function requireSaneSize(grid: Grid): void {
  const count = countCombinations(grid);
  if (count > MAX_COMBINATIONS)
    throw new BenchmarkError(
      'E_GRID',
      `expected at most ${MAX_COMBINATIONS} combinations, got ${count}; split the grid`,
    );
}

function* combinationsOf({ common, classifiers, defaults }: Grid): Generator<GridConfiguration> {
  for (const [name, family] of Object.entries(classifiers)) {
    for (const point of pointsOf(family)) {
      const parameter = sortedByName({ ...common, ...point });
      yield { name, parameter, defaults: without(defaults[name] ?? {}, parameter) };
    }
  }
}

function pointsOf(family: readonly ParameterLists[]): readonly Parameters[] {
  let points: readonly Parameters[] = [{}];
  for (const [name, values] of family.flatMap((lists) => Object.entries(lists)))
    points = points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  return points;
}

function reasonToLeaveOut(configuration: GridConfiguration): string | undefined {
  try {
    createClassifier(configuration);
    return undefined;
  } catch (error) {
    if (error instanceof ModelsError && error.code === 'E_OPTION')
      return inScikitLearnSpelling(error.message);
    throw error;
  }
}

function sortedByName(parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without the defaults that are overridden, so that the same work has the same description. */
function without(defaults: Parameters, parameter: Parameters): Parameters {
  return sortedByName(
    Object.fromEntries(Object.entries(defaults).filter(([name]) => !Object.hasOwn(parameter, name))),
  );
}
