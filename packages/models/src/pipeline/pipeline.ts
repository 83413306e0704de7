import type { ComputeRun } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { modelFileError } from '../persistence/model-file-error.ts';
import type { ModelState } from '../persistence/model-state.ts';
import type { Features } from '../samples/features.ts';
import { pcaKind } from './pca.ts';
import { standardScalerKind } from './standard-scaler.ts';
import type { FittedTransformer, Transformer, TransformerKind } from './transformer.ts';

/** A fitted pipeline: predicts from features as they were before its first step. */
export interface FittedPipeline extends FittedClassifier {
  /** The fitted transformers, in order. */
  readonly transformers: readonly FittedTransformer[];
  /** The fitted classifier at the end. */
  readonly classifier: FittedClassifier;
}

export const PIPELINE = 'Pipeline';

const KINDS: readonly TransformerKind[] = [standardScalerKind, pcaKind];

/**
 * A classifier that learns from what transformers make of the features, one after the other.
 *
 * @param steps - Transformers, and a classifier at the end.
 * @remarks What is saved of it holds all its steps.
 * @see sklearn.pipeline.make_pipeline
 */
export function makePipeline(...steps: readonly [...Transformer[], Classifier]): Classifier<FittedPipeline> {
  const transformers = steps.slice(0, -1) as readonly Transformer[];
  const classifier = steps.at(-1) as Classifier;
  return {
    options: { steps: steps.map(({ options }) => options) },
    async fit(x: Features, y: Labels, run: FitRun = {}) {
      const fittedSteps: FittedTransformer[] = [];
      let features = x;
      for (const transformer of transformers) {
        const step = await transformer.fit(features, run);
        features = await step.transform(features, run);
        fittedSteps.push(step);
      }
      return fitted(fittedSteps, await classifier.fit(features, y, run));
    },
  };
}

/**
 * A fitted pipeline from its state.
 *
 * @param restoreClassifier - For the part at the end.
 * @throws {ModelsError} `E_MODEL` - its steps are not such.
 */
export async function restorePipeline(
  { parts = [] }: ModelState,
  restoreClassifier: (state: ModelState) => Promise<FittedClassifier>,
): Promise<FittedPipeline> {
  const last = parts.at(-1);
  if (last === undefined || last.estimator === PIPELINE)
    throw modelFileError('expected a pipeline that ends with a classifier');
  return fitted(parts.slice(0, -1).map(restoreTransformer), await restoreClassifier(last));
}

function restoreTransformer(state: ModelState): FittedTransformer {
  const kind = KINDS.find(({ name }) => name === state.estimator);
  if (kind === undefined)
    throw modelFileError(
      `expected a step of ${KINDS.map(({ name }) => name).join(', ')}, got ${state.estimator}`,
    );
  return kind.restore(state);
}

function fitted(transformers: readonly FittedTransformer[], classifier: FittedClassifier): FittedPipeline {
  async function transform(x: Features, run?: ComputeRun): Promise<Features> {
    let features = x;
    for (const transformer of transformers) features = await transformer.transform(features, run);
    return features;
  }

  const { predictProba, decisionFunction, dispose } = classifier;
  return fittedClassifier({
    transformers,
    classifier,
    classes: classifier.classes,
    featureCount: transformers[0]?.featureCount ?? classifier.featureCount,
    async predict(x: Features, run?: ComputeRun) {
      return classifier.predict(await transform(x, run), run);
    },
    ...(predictProba && {
      predictProba: async (x: Features, run?: ComputeRun) => predictProba(await transform(x, run), run),
    }),
    ...(decisionFunction && {
      decisionFunction: async (x: Features, run?: ComputeRun) =>
        decisionFunction(await transform(x, run), run),
    }),
    ...(dispose && { dispose: () => dispose() }),
    state: (): ModelState => ({
      estimator: PIPELINE,
      options: {},
      values: {},
      arrays: {},
      parts: [...transformers.map((step) => step.state()), classifier.state()],
    }),
  });
}
