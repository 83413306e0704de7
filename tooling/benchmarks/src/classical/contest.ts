import type { SpeedTarget } from '../embedding/time-comparison.ts';

/** A classifier that Python has, under its names. */
export interface PythonClassifier {
  readonly module: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Whether it has a `random_state`. @default true */
  readonly takesSeed?: boolean;
}

/** The same classifier with the same options, ours and a peer's, on the same images. */
export interface Contest {
  /** For example `gini, depth 10`. */
  readonly title: string;
  /** Under our names. */
  readonly estimator: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly peer: PythonClassifier;
  /** @default 60,000 */
  readonly trainCount?: number;
  /** @default 10,000 */
  readonly testCount?: number;
  /** Whether features are standardised. @default true */
  readonly isScaled?: boolean;
  readonly fit?: SpeedTarget;
  readonly predict?: SpeedTarget;
  /** How far the accuracy may be from the peer's. */
  readonly accuracyWithin: number;
  /** Whether it may be above the peer's by more. @default false */
  readonly mayBeBetter?: boolean;
  /** Of a linear support vector machine with the squared hinge loss: its C, so that objectives are compared. */
  readonly objectiveOfC?: number;
}

/** scikit-learn's classifier of that name. */
export function scikitLearn(
  module: string,
  name: string,
  parameters: PythonClassifier['parameters'],
  takesSeed = true,
): PythonClassifier {
  return { module: `sklearn.${module}`, name, parameters, takesSeed };
}
