import { type Rng, reportProgress } from '@fashion-mnist/core';
import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import type { Options } from './mlp-options.ts';
import type { NetworkWeights } from './network-weights.ts';
import { createPatience } from './patience.ts';
import { batchesOf, differentiate, type PlacedTraining, placeTraining } from './placed-training.ts';
import { codesOfScores } from './scores.ts';
import { splitValidation, type ValidationSplit } from './split-validation.ts';
import { type StepRule, stepRule } from './step-rule.ts';
import { sum } from './sum.ts';
import type { Training, TrainingData, TrainingRun } from './training.ts';

/** By chance: the order of the samples, and which of them are kept aside. */
export interface TrainingChance {
  readonly order: Rng;
  readonly validation: Rng;
}

const BATCH_ROWS = 200;

/**
 * Learns by small steps, each along the gradient of a batch of samples.
 *
 * @see sklearn.neural_network._multilayer_perceptron, `_fit_stochastic`
 */
export async function trainInBatches(
  pool: WorkerPool,
  data: TrainingData,
  weights: NetworkWeights,
  options: Options,
  chance: TrainingChance,
  run: TrainingRun,
): Promise<Training> {
  const split = splitSamples(data, options, chance.validation);
  const region = pool.region();
  try {
    const descent = await placeDescent(pool, region, data, split.train.length, options);
    await descent.training.network.write(weights);
    return await descend(descent, { ...split, codes: data.codes, options, order: chance.order, run });
  } finally {
    region.release();
  }
}

function splitSamples(
  { codes, classCount }: TrainingData,
  { earlyStopping, validationFraction }: Options,
  rng: Rng,
): ValidationSplit {
  return earlyStopping
    ? splitValidation(rng, codes, classCount, validationFraction)
    : { train: Int32Array.from(codes.keys()), validation: new Int32Array() };
}

/** A network on its way down. */
interface Descent {
  readonly pool: WorkerPool;
  readonly training: PlacedTraining;
  readonly rule: StepRule;
  /** Pointer to a sum of squared weights for each item of the kernels. */
  readonly squares: number;
}

async function placeDescent(
  pool: WorkerPool,
  region: Region,
  data: TrainingData,
  trainCount: number,
  options: Options,
): Promise<Descent> {
  const wanted = options.batchSize === 'auto' ? BATCH_ROWS : options.batchSize;
  const training = await placeTraining(pool, region, data, options, Math.min(wanted, trainCount));
  const squares = region.alloc(training.network.layout.itemCount * 8);
  return { pool, training, squares, rule: await stepRule(pool, region, training, squares, options) };
}

interface Plan extends ValidationSplit {
  readonly codes: Int32Array;
  readonly options: Options;
  readonly order: Rng;
  readonly run: TrainingRun;
}

async function descend(
  descent: Descent,
  { train, validation, codes, options, order, run }: Plan,
): Promise<Training> {
  const { maxIter: total, tol, nIterNoChange, earlyStopping, shuffle } = options;
  const { network } = descent.training;
  const patience = createPatience(tol, nIterNoChange);
  const [losses, scores]: [number[], number[]] = [[], []];
  let best: NetworkWeights | undefined;
  while (losses.length < total) {
    const samples = shuffle ? Int32Array.from(order.permutation(train.length), (at) => train[at]!) : train;
    losses.push(await runEpoch(descent, samples, options.alpha, run));
    reportProgress(run.onProgress, { stage: 'train', completed: losses.length, total, unit: 'epochs' });
    if (earlyStopping) scores.push(await accuracy(descent, validation, codes, run));
    const isBest = patience.observe(earlyStopping ? -scores.at(-1)! : losses.at(-1)!);
    if (earlyStopping && isBest) best = await network.read();
    descent.rule.endEpoch(losses.length * train.length);
    if (!patience.isSpent) continue;
    if (descent.rule.isExhausted()) break;
    patience.renew();
  }
  return {
    weights: best ?? (await network.read()),
    nIter: losses.length,
    loss: losses.at(-1)!,
    bestLoss: earlyStopping ? null : patience.best,
    lossCurve: Float64Array.from(losses),
    validationScores: Float64Array.from(scores),
  };
}

/** Takes one step for every batch, and gives the mean loss, each batch's before its step. */
async function runEpoch(
  { pool, training, rule, squares }: Descent,
  samples: Int32Array,
  alpha: number,
  { signal }: TrainingRun,
): Promise<number> {
  const { itemCount } = training.network.layout;
  await pool.write(training.order, samples);
  await pool.write(squares, new Float64Array(itemCount));
  const commands = batchesOf(training, samples.length).flatMap((batch) => [
    ...differentiate(training, batch),
    rule.step(batch.count),
  ]);
  await pool.submit(commands, { signal });
  const losses = await pool.read(Float32Array, training.losses, samples.length);
  const squaredWeights = await pool.read(Float64Array, squares, itemCount);
  return (sum(losses) + 0.5 * alpha * sum(squaredWeights)) / samples.length;
}

/** Share of samples whose class is predicted. */
async function accuracy(
  { pool, training }: Descent,
  samples: Int32Array,
  codes: Int32Array,
  { signal }: TrainingRun,
): Promise<number> {
  const { network, rows, order } = training;
  await pool.write(order, samples);
  let hits = 0;
  for (const batch of batchesOf(training, samples.length)) {
    await pool.submit(network.forward(rows, batch), { signal });
    const predicted = codesOfScores(await network.readScores(batch.count), network.sizes.at(-1)!);
    const start = (batch.order - order) / 4;
    predicted.forEach((code, row) => {
      if (code === codes[samples[start + row]!]) hits++;
    });
  }
  return hits / samples.length;
}
