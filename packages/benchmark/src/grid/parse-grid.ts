import type { Estimator } from '@fashion-mnist/models';
import type { Node } from 'jsonc-parser';
import type { Parameters, ParameterValue } from '../configuration.ts';
import { canonicalJson } from '../jobs/canonical-json.ts';
import { findEstimator, optionNameOf, optionValueOf } from './estimator-options.ts';
import { countCombinations, type Grid, MAX_COMBINATIONS, type ParameterLists } from './grid.ts';
import { GridProblems } from './grid-problems.ts';
import { itemsOf, type Member, membersOf, parseNodes } from './json-nodes.ts';
import { readValue } from './parameter-value.ts';
import { suggestion } from './suggestion.ts';

/** How `parseGrid` names what it reads. */
export interface ParseGridOptions {
  /** How messages call the text. @default 'grid' */
  readonly file?: string | undefined;
}

const SECTIONS = ['common', 'classifiers', 'defaults'];

/** A family of a file: its classifier where there is such a one. */
interface Family {
  readonly name: string;
  readonly estimator: Estimator | undefined;
  readonly lists: readonly ParameterLists[];
}

/**
 * The grid that a JSON text describes, in the shape of the original's file, with scikit-learn's names of today or of 2017.
 *
 * @throws {BenchmarkError} `E_GRID` - whatever is wrong with it, one line for each problem:
 *   `grid.json:12:9: SGDClassifier has no parameter "penalti"; did you mean "penalty"?`
 * @see benchmark/baselines.json of zalandoresearch/fashion-mnist
 */
export function parseGrid(text: string, { file = 'grid' }: ParseGridOptions = {}): Grid {
  const problems = new GridProblems(text, file);
  const root = parseNodes(text.replace(/^\uFEFF/, ' '), problems);
  const grid = readGrid(root, problems);
  problems.throwIfAny();
  return grid;
}

function readGrid(root: Node, problems: GridProblems): Grid {
  const sections = membersOf(root, 'the grid', problems);
  for (const { name, key } of sections)
    if (!SECTIONS.includes(name))
      problems.add(key, `the grid has no part "${name}"${suggestion(name, SECTIONS)}`);
  const sectionOf = (name: string) => sections.find((section) => section.name === name)?.value;

  const [common, classifiers, defaults] = SECTIONS.map(sectionOf);
  if (classifiers === undefined) problems.add(root, 'the grid: expected "classifiers", got none');
  const families = classifiers === undefined ? [] : readFamilies(classifiers, problems);
  const grid: Grid = {
    common: common === undefined ? {} : readCommon(common, families, problems),
    classifiers: Object.fromEntries(families.map(({ name, lists }) => [name, lists])),
    defaults: defaults === undefined ? {} : readDefaults(defaults, problems),
  };
  const count = countCombinations(grid);
  if (count > MAX_COMBINATIONS)
    problems.add(
      classifiers ?? root,
      `expected at most ${MAX_COMBINATIONS} combinations, got ${count}; split the grid`,
    );
  return grid;
}

function readFamilies(node: Node, problems: GridProblems): readonly Family[] {
  const members = membersOf(node, 'classifiers', problems);
  if (node.type === 'object' && members.length === 0)
    problems.add(node, 'classifiers: expected at least one, got none');
  return members.map(({ name, key, value }) => {
    const estimator = problems.attempt(key, () => findEstimator(name));
    const objects = itemsOf(value, name, problems).map((item) => membersOf(item, name, problems));
    reportRepeats(name, objects, problems);
    const lists = objects.map((object) =>
      Object.fromEntries(
        object.map((member) => [member.name, readValues(name, estimator, member, problems)]),
      ),
    );
    return { name, estimator, lists };
  });
}

/** Members of one object are told apart already. */
function reportRepeats(
  family: string,
  objects: readonly (readonly Member[])[],
  problems: GridProblems,
): void {
  const names = new Set<string>();
  for (const { name, key } of objects.flat()) {
    if (names.has(name)) problems.add(key, `${family}: expected each parameter once, got "${name}" twice`);
    names.add(name);
  }
}

function readValues(
  family: string,
  estimator: Estimator | undefined,
  { name, key, value }: Member,
  problems: GridProblems,
): readonly ParameterValue[] {
  const what = `${family}.${name}`;
  const isKnown = estimator !== undefined && hasParameter(estimator, name, key, problems);
  const seen = new Set<string>();
  return itemsOf(value, what, problems).flatMap((item) => {
    const read = readValue(item, what, problems);
    if (read === undefined) return [];
    if (isKnown) problems.attempt(item, () => optionValueOf(estimator, name, read));
    const text = canonicalJson(read);
    if (seen.has(text)) problems.add(item, `${what}: expected each value once, got ${text} twice`);
    seen.add(text);
    return [read];
  });
}

function readDefaults(node: Node, problems: GridProblems): Grid['defaults'] {
  return Object.fromEntries(
    membersOf(node, 'defaults', problems).map(({ name, key, value }) => {
      const estimator = problems.attempt(key, () => findEstimator(name));
      const members = membersOf(value, `defaults of ${name}`, problems);
      return [name, readParameters(members, estimator === undefined ? [] : [estimator], problems)];
    }),
  );
}

/** They are to go with every family. */
function readCommon(node: Node, families: readonly Family[], problems: GridProblems): Parameters {
  const estimators = families.flatMap(({ estimator }) => estimator ?? []);
  return readParameters(membersOf(node, 'common', problems), estimators, problems);
}

function readParameters(
  members: readonly Member[],
  estimators: readonly Estimator[],
  problems: GridProblems,
): Parameters {
  const entries = members.flatMap(({ name, key, value }) => {
    const read = readValue(value, name, problems);
    const known = estimators.filter((estimator) => hasParameter(estimator, name, key, problems));
    if (read === undefined) return [];
    for (const estimator of known) problems.attempt(value, () => optionValueOf(estimator, name, read));
    return [[name, read] as const];
  });
  return Object.fromEntries(entries);
}

function hasParameter(estimator: Estimator, name: string, key: Node, problems: GridProblems): boolean {
  return problems.attempt(key, () => optionNameOf(estimator, name)) !== undefined;
}
