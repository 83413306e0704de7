import type { WorkerPool } from '@fashion-mnist/kernels';
import { estimators, type Features, type FittedClassifier, StandardScaler } from '@fashion-mnist/models';
import { firstImages } from '../data/first-images.ts';
import type { LabelledImages } from '../data/shuffled-images.ts';
import type { Contender } from '../runner/benchmark.ts';
import { timed } from '../runner/timed.ts';
import type { Contest } from './contest.ts';
import { squaredHingeObjective } from './linear-objective.ts';
import type { SplitImages } from './split-images.ts';

/** Ours at the same questions that the peer is asked. */
export interface OurClassifier {
  readonly name: string;
  readonly fit: Contender;
  readonly predict: Contender;
  /** Mean over all predictions. */
  readonly accuracy: Contender;
  /** What the last fit has brought the objective of a linear support vector machine down to. */
  objective(C: number): Contender;
}

const WARM_UP_COUNT = 600;

/** Every fit has another seed, so that chance is averaged over the rounds. */
export async function ourClassifier(
  { estimator, options, isScaled = true }: Pick<Contest, 'estimator' | 'options' | 'isScaled'>,
  { train, test }: SplitImages,
  pool: WorkerPool,
): Promise<OurClassifier> {
  const found = estimators.find(({ name }) => name === estimator);
  if (found === undefined) throw new Error(`there is no ${estimator}`);
  const name = 'ours';
  const [trainFeatures, testFeatures] = isScaled ? await scaled(train, test) : [train.samples, test.samples];
  const run = { pool };
  const models: FittedClassifier[] = [];
  const accuracies: number[] = [];
  const fitted = () => {
    const last = models.at(-1);
    if (last === undefined) throw new Error(`${estimator} has not been fitted`);
    return last;
  };
  const judge = (predicted: Int32Array) => {
    if (accuracies.length < models.length) accuracies.push(shareOfEqual(predicted, test.labels));
  };
  const fit = timed(
    name,
    () => found.create(options).fit(trainFeatures, train.labels, { pool, seed: models.length }),
    async (model) => {
      await models.at(-1)?.dispose?.();
      models.push(model);
    },
  );
  return {
    name,
    fit: {
      ...fit,
      async measure() {
        if (accuracies.length < models.length) judge(await fitted().predict(testFeatures, run));
        return fit.measure();
      },
      async warmUp() {
        const few = firstImages(train.samples, WARM_UP_COUNT);
        const model = await found.create(options).fit(few, train.labels.subarray(0, few.shape[0]), run);
        await model.predict(few, run);
        await model.dispose?.();
      },
    },
    predict: { ...timed(name, () => fitted().predict(testFeatures, run), judge), warmUp: () => {} },
    accuracy: {
      name,
      measure: () => accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length,
      warmUp: () => {},
    },
    objective: (C) => ({
      name,
      measure: () => squaredHingeObjective(fitted(), trainFeatures, train.labels, C),
      warmUp: () => {},
    }),
  };
}

function shareOfEqual(a: Int32Array, b: Uint8Array): number {
  return a.reduce((count, label, i) => count + Number(label === b[i]), 0) / a.length;
}

async function scaled(train: LabelledImages, test: LabelledImages): Promise<readonly [Features, Features]> {
  const scaler = await new StandardScaler().fit(train.samples);
  return [await scaler.transform(train.samples), await scaler.transform(test.samples)];
}
