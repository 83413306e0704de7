import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier, Labels } from './classifier.ts';
import { accuracyScore } from './metrics/accuracy-score.ts';
import { modelDocument } from './persistence/model-document.ts';
import type { Features } from './samples/features.ts';

/** What follows from the rest of a fitted model. */
type Derived = Pick<FittedClassifier, 'score' | 'toJSON'>;

/** A fitted model with what follows from its own part. */
export function fittedClassifier<Own extends Omit<FittedClassifier, keyof Derived>>(own: Own): Own & Derived {
  return {
    ...own,
    async score(x: Features, y: Labels, run?: ComputeRun) {
      return accuracyScore(y, await own.predict(x, run));
    },
    toJSON: () => modelDocument(own.state()),
  };
}
