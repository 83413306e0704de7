import { weightsOfClasses } from '../../options/class-weight.ts';
import type { EncodedLabels } from '../../samples/encode-labels.ts';
import type { FeatureMatrix } from '../../samples/features.ts';
import type { LinearProblem } from '../smooth/linear-problem.ts';
import { isMultinomial, LOGISTIC_REGRESSION, type LogisticOptions } from './logistic-options.ts';

/**
 * The samples with their weights and those of their classes. How the latter count differs: where all classes are fitted
 * at once, and by label, they are weights of samples; `'balanced'` against the rest balances each class with its rest; in
 * liblinear the rest counts 1, except of two classes.
 */
export function weightedProblem(
  matrix: FeatureMatrix,
  labels: EncodedLabels,
  weights: Float64Array | undefined,
  options: LogisticOptions,
): LinearProblem {
  const { classes, codes } = labels;
  const problem = { matrix, codes, classCount: classes.length, weights };
  const { classWeight, solver } = options;
  if (classWeight === null) return problem;
  const ofClasses = weightsOfClasses(LOGISTIC_REGRESSION, classWeight, labels);
  if (solver === 'liblinear') return { ...problem, sideWeights: sidesInLiblinear(ofClasses) };
  if (classWeight === 'balanced' && !isMultinomial(options, classes.length))
    return { ...problem, sideWeights: balancedSides(codes, classes.length) };
  return {
    ...problem,
    weights: Float64Array.from(codes, (code, i) => ofClasses[code]! * (weights?.[i] ?? 1)),
  };
}

function sidesInLiblinear(ofClasses: Float64Array): Float64Array {
  const [ofFirst = 1] = ofClasses;
  const ofRest = ofClasses.length === 2 ? ofFirst : 1;
  return Float64Array.from([...ofClasses].flatMap((ofClass) => [ofRest, ofClass]));
}

function balancedSides(codes: Int32Array, classCount: number): Float64Array {
  const counts = new Float64Array(classCount);
  for (const code of codes) counts[code]!++;
  const half = codes.length / 2;
  return Float64Array.from([...counts].flatMap((count) => [half / (codes.length - count), half / count]));
}
