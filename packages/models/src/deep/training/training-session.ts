import { createRng, type NdArray } from '@fashion-mnist/core';
import { dispose, type NamedTensorMap, tidy, type Variable } from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import { scoresClasses } from '../losses/answers.ts';
import type { Network } from '../network/network.ts';
import { type Averages, createAverages } from '../optimizers/averages.ts';
import { clipGradients } from '../optimizers/clip-gradients.ts';
import { createUpdates, type ParameterUpdates } from '../optimizers/parameter-updates.ts';
import { outlineOf } from '../persistence/network-outline.ts';
import { readVariables, writeVariables } from '../persistence/variable-arrays.ts';
import { learningRate } from '../schedules/schedule.ts';
import type { TrainingBatch } from './batch-source.ts';
import { decodeCheckpoint, encodeCheckpoint, type TrainingIdentity } from './checkpoint-file.ts';
import { slopesOf } from './slopes.ts';
import type { TrainingRecipe } from './training-options.ts';
import type { EpochReport, Score } from './training-report.ts';
import { AT_START, NO_SUMS, type TrainingState } from './training-state.ts';

/** A loss beyond this is no training any more. */
const EXPLODED = 1e6;

/** A training between two of its steps. It has memory on the backend, until it is disposed. */
export class TrainingSession {
  readonly network: Network;
  readonly recipe: TrainingRecipe;
  readonly #updates: ParameterUpdates;
  readonly #averages: Averages | undefined;
  readonly #variables: ReadonlyMap<string, Variable>;
  #state = AT_START;
  /** False while a step changes variables, or after it failed to. */
  #isWhole = true;

  constructor(network: Network, recipe: TrainingRecipe) {
    this.network = network;
    this.recipe = recipe;
    this.#updates = createUpdates(recipe.optimizer, network.parameters);
    if (recipe.average !== null) this.#averages = createAverages(network.parameters, recipe.average);
    this.#variables = new Map([
      ...network.parameters.map(({ path, variable }) => [`parameter/${path}`, variable] as const),
      ...prefixed('memory', this.#updates.memory),
      ...prefixed('average', this.#averages?.variables ?? new Map<string, Variable>()),
    ]);
  }

  get state(): TrainingState {
    return this.#state;
  }

  /** Whether variables and state belong together. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  get stepsDone(): number {
    return this.#state.epoch * this.recipe.batches.batchCount + this.#state.batch;
  }

  /** Means of the current epoch so far. */
  get score(): Score {
    const { imageCount, loss, correct } = this.#state.sums;
    const accuracy = scoresClasses(this.recipe.loss) ? correct / imageCount : null;
    return { loss: loss / imageCount, accuracy };
  }

  /**
   * Does the step of a batch.
   *
   * @throws {ModelsError} `E_DIVERGED` - the loss is not finite or beyond reason; nothing has changed then.
   */
  async step(batch: TrainingBatch): Promise<void> {
    try {
      await this.#step(batch);
    } finally {
      this.network.dropStatistics();
    }
  }

  /**
   * Ends an epoch.
   *
   * @param validation - How the network did on other images.
   * @throws {ModelsError} `E_DIVERGED` - its loss is not finite.
   */
  endEpoch(validation: Score | null): EpochReport {
    if (validation !== null && !Number.isFinite(validation.loss))
      throw this.#divergence(`the loss of validation is ${validation.loss}`);
    const { epoch, history } = this.#state;
    const rate = this.#rateOf(this.stepsDone - 1);
    const report = { epoch: epoch + 1, ...this.score, learningRate: rate, validation };
    this.#state = { epoch: epoch + 1, batch: 0, sums: NO_SUMS, history: [...history, report] };
    return report;
  }

  /** Runs something while the network is as it will be at the end: with averages, where there are any. */
  async asTrained<T>(run: () => Promise<T>): Promise<T> {
    return this.#averages === undefined ? run() : this.#averages.swapped(run);
  }

  /** Leaves the network as it is to be at the end. @throws {ModelsError} `E_DIVERGED` - numbers are not finite. */
  async finish(): Promise<void> {
    await this.#finiteArrays();
    this.#averages?.adopt();
  }

  /** @throws {ModelsError} `E_DIVERGED` - numbers are not finite: no training could go on from them. */
  async checkpoint(): Promise<Uint8Array<ArrayBuffer>> {
    const arrays = await this.#finiteArrays();
    return encodeCheckpoint({ identity: this.#identity(), state: this.#state, arrays });
  }

  /** @throws {ModelsError} `E_MODEL`, `E_CHECKPOINT` - it is none of this training; nothing has changed then. */
  async resume(file: Uint8Array): Promise<void> {
    const shapes = new Map([...this.#variables].map(([name, { shape }]) => [name, shape]));
    const { state, arrays } = await decodeCheckpoint(file, this.#identity(), shapes);
    writeVariables(this.#variables, arrays);
    this.#state = state;
  }

  dispose(): void {
    this.#updates.dispose();
    this.#averages?.dispose();
  }

  async #finiteArrays(): Promise<ReadonlyMap<string, NdArray>> {
    const arrays = await readVariables(this.#variables);
    for (const [name, { data }] of arrays)
      if (!data.every(Number.isFinite)) throw this.#divergence(`${name} is not finite`);
    return arrays;
  }

  async #step(batch: TrainingBatch): Promise<void> {
    const seed = createRng(this.recipe.seed).split(this.stepsDone).nextUint32();
    const { loss, correct, gradients } = await slopesOf(this.network, batch, this.recipe.loss, seed);
    try {
      this.#requireReason(loss);
      this.#isWhole = false;
      this.#change(gradients);
    } finally {
      dispose(gradients);
    }
    this.#count(batch.inputs.shape[0]!, loss, correct);
    this.#isWhole = true;
  }

  #change(gradients: NamedTensorMap): void {
    const { gradientClipping } = this.recipe;
    const { stepsDone } = this;
    tidy(() => {
      const limited = gradientClipping === null ? gradients : clipGradients(gradients, gradientClipping);
      this.#updates.apply(limited, { rate: this.#rateOf(stepsDone), stepsDone });
    });
    this.network.applyStatistics();
    this.#averages?.update(stepsDone + 1);
  }

  #count(images: number, loss: number, correct: number): void {
    const { batch, sums } = this.#state;
    this.#state = {
      ...this.#state,
      batch: batch + 1,
      sums: {
        imageCount: sums.imageCount + images,
        loss: sums.loss + loss * images,
        correct: sums.correct + correct,
      },
    };
  }

  #rateOf(step: number): number {
    const { schedule, epochs, batches } = this.recipe;
    return learningRate(schedule, step, epochs * batches.batchCount);
  }

  #identity(): TrainingIdentity {
    return { network: outlineOf(this.network), recipe: this.recipe };
  }

  #requireReason(loss: number): void {
    if (!(Math.abs(loss) <= EXPLODED)) throw this.#divergence(`the loss is ${loss}`);
  }

  #divergence(reason: string): ModelsError {
    const { epoch, batch } = this.#state;
    return new ModelsError(
      'E_DIVERGED',
      `training diverged in epoch ${epoch + 1}, batch ${batch + 1}: ${reason}; try a smaller learning rate or gradientClipping`,
    );
  }
}

function prefixed(prefix: string, variables: ReadonlyMap<string, Variable>): [string, Variable][] {
  return [...variables].map(([name, variable]) => [`${prefix}/${name}`, variable]);
}
