import type { NdArray } from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedIndices } from '../persistence/saved-values.ts';
import { type Features, featureMatrix, floatFeatures } from '../samples/features.ts';
import type { BinaryModel } from './binary-model.ts';
import { combinedProbabilities, likeliestCodes, votedCodes } from './combine-answers.ts';
import {
  type GaussianProcessClassifierOptions,
  type GaussianProcessKernel,
  isParameter,
  NAME,
  type Options,
  RULES,
} from './gaussian-process-options.ts';
import { requireMemory } from './memory-limit.ts';
import { rowsOf, type Samples } from './placed-samples.ts';
import { largestSize, problemGroups } from './problem-groups.ts';
import { type Answers, type Question, queryGroup } from './query-group.ts';

/** A fitted `GaussianProcessClassifier`: its covariances, and how likely the labels are under them. */
export interface FittedGaussianProcessClassifier extends FittedClassifier {
  /** Not there for more than two classes with `oneVsOne`: pairs have no probabilities of all classes. */
  predictProba?(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Of each binary problem: one, or one for each class or each pair of classes. */
  readonly kernels: readonly Pick<GaussianProcessKernel, 'constant' | 'lengthScale'>[];
  /** How likely the labels are under the kernels, as a logarithm; the mean over the binary problems. */
  readonly logMarginalLikelihood: number;
}

/** All that makes a fitted model. */
export interface Learned {
  readonly samples: Samples;
  /** Class of each sample, `0..classes.length - 1`. */
  readonly codes: Int32Array;
  readonly classes: Int32Array;
  /** One for each choice of `problemGroups`. */
  readonly models: readonly BinaryModel[];
  readonly options: Options;
}

export function fittedGaussianProcess(learned: Learned): FittedGaussianProcessClassifier {
  const { samples, classes, models, options } = learned;
  const hasPairs = classes.length > 2 && options.multiClass === 'oneVsOne';

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const answers = await answer(learned, x, run, classes.length > 2 ? 'probabilities' : 'means');
    const sampleCount = answers[0]!.means.length;
    const codes = hasPairs
      ? votedCodes(answers, classes.length, sampleCount)
      : classes.length > 2
        ? likeliestCodes(answers, sampleCount)
        : Int32Array.from(answers[0]!.means, (mean) => (mean > 0 ? 1 : 0));
    return codes.map((code) => classes[code]!);
  }

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const answers = await answer(learned, x, run, 'probabilities');
    const sampleCount = answers[0]!.means.length;
    return { data: combinedProbabilities(answers, sampleCount), shape: [sampleCount, classes.length] };
  }

  const likelihoods = models.map(({ logMarginalLikelihood }) => logMarginalLikelihood);
  return fittedClassifier({
    classes,
    featureCount: samples.width,
    predict,
    ...(hasPairs ? {} : { predictProba }),
    state: () => stateOf(learned),
    kernels: models.map(({ kernel: { constant, lengthScale } }) => ({ constant, lengthScale })),
    logMarginalLikelihood: likelihoods.reduce((sum, value) => sum + value, 0) / models.length,
  });
}

/** What each binary model says of new samples. */
async function answer(
  { samples, codes, classes, models, options }: Learned,
  x: Features,
  run: ComputeRun,
  question: Question,
): Promise<Answers[]> {
  const matrix = featureMatrix(x, samples.width);
  const queries = { data: floatFeatures(matrix), count: matrix.sampleCount, width: samples.width };
  const groups = problemGroups(codes, classes.length, options.multiClass);
  const largest = largestSize(groups);
  requireMemory(largest, samples.width);
  const perModel = largest ** 2 * (question === 'means' ? 1 : largest + queries.count);
  return withPool(run, models.length * perModel, async (pool) => {
    const answers: Answers[] = [];
    for (const { rows, targets } of groups) {
      const own = models.slice(answers.length, answers.length + targets.length);
      answers.push(...(await queryGroup(pool, rowsOf(samples, rows), own, queries, question, run.signal)));
    }
    return answers;
  });
}

function stateOf({ samples, codes, classes, models, options }: Learned): ModelState {
  const column = (values: readonly number[]) => ({ data: Float64Array.from(values), shape: [values.length] });
  const joined = (parts: readonly Float64Array[]) => column(parts.flatMap((part) => [...part]));
  const { kernel, ...rest } = options;
  return {
    estimator: NAME,
    options: { ...rest, kernel: kernel === null ? null : { ...kernel, optimise: kernel.optimise ?? false } },
    values: {},
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      codes: { data: codes, shape: [codes.length] },
      samples: { data: samples.data, shape: [samples.count, samples.width] },
      constants: column(models.map((model) => model.kernel.constant)),
      lengthScales: column(models.map((model) => model.kernel.lengthScale)),
      logMarginalLikelihoods: column(models.map((model) => model.logMarginalLikelihood)),
      residuals: joined(models.map(({ residuals }) => residuals)),
      roots: joined(models.map(({ roots }) => roots)),
    },
  };
}

/** @throws {ModelsError} `E_MODEL`; `E_OPTION`. */
export function restoredGaussianProcess(state: ModelState): FittedGaussianProcessClassifier {
  const options = resolveOptions(NAME, RULES, state.options as GaussianProcessClassifierOptions);
  const classes = savedClasses(state);
  if (classes.length < 2) throw new ModelsError('E_MODEL', `saved ${NAME}: expected at least two classes`);
  const { data, shape } = savedFiniteArray(state, 'samples', Float32Array, [null, null]);
  const [count, width] = shape as [number, number];
  const codes = savedIndices(state, 'codes', Int32Array, [count], classes.length).data;
  if (new Set(codes).size !== classes.length)
    throw new ModelsError(
      'E_MODEL',
      `saved ${NAME}: codes: expected samples of all ${classes.length} classes`,
    );
  const groups = problemGroups(codes, classes.length, options.multiClass);
  const sizes = groups.flatMap(({ rows, targets }) => targets.map(() => rows.length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const [constants, lengthScales] = ['constants', 'lengthScales'].map((name) =>
    parameters(state, name, sizes.length),
  );
  const likelihoods = savedFiniteArray(state, 'logMarginalLikelihoods', Float64Array, [sizes.length]).data;
  const residuals = savedFiniteArray(state, 'residuals', Float64Array, [total]).data;
  const roots = savedFiniteArray(state, 'roots', Float64Array, [total]).data;
  let start = 0;
  const models = sizes.map((size, index) => {
    const own = [start, start + size] as const;
    start += size;
    return {
      kernel: { constant: constants![index]!, lengthScale: lengthScales![index]! },
      residuals: residuals.slice(...own),
      roots: roots.slice(...own),
      logMarginalLikelihood: likelihoods[index]!,
    };
  });
  return fittedGaussianProcess({ samples: { data, count, width }, codes, classes, models, options });
}

function parameters(state: ModelState, name: string, length: number): Float64Array {
  const { data } = savedFiniteArray(state, name, Float64Array, [length]);
  if (!data.every(isParameter))
    throw new ModelsError('E_MODEL', `saved ${NAME}: ${name}: expected parameters within their bounds`);
  return data;
}
