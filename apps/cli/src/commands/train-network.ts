import type { ImageDataset } from '@fashion-mnist/core';
import { createNetwork, type Network, networks } from '@fashion-mnist/models/deep';
import type { CommandContext, CommonOptions } from '../context.ts';
import { type Evaluation, evaluateModel } from '../models/evaluate-model.ts';
import { loadMaterial, type MaterialOptions } from '../models/material.ts';
import { type CheckpointOptions, openCheckpoint } from '../networks/checkpoint-store.ts';
import { classify } from '../networks/classify.ts';
import { describeTrained, trainedData } from '../networks/describe-trained.ts';
import { learnNetwork } from '../networks/learn-network.ts';
import { type AnswerOptions, networkAnswers } from '../networks/network-answers.ts';
import { type NetworkOutputs, requireOutputs, writeOutputs } from '../networks/network-outputs.ts';
import { loadPreparation, requireFitting } from '../networks/preparation.ts';
import { startBackend } from '../networks/start-backend.ts';
import { trainingSettings } from '../networks/training-settings.ts';
import { threadCount } from '../threads.ts';

export interface TrainNetworkCommandOptions
  extends CommonOptions,
    MaterialOptions,
    CheckpointOptions,
    NetworkOutputs {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate?: number;
  readonly preset?: string;
  readonly threads?: number;
  readonly out?: string;
}

/** @param name - One of `NETWORK_TITLES`. */
export async function trainNetworkCommand(
  name: string,
  argument: string,
  options: TrainNetworkCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { epochs, batchSize, seed, learningRate, preset, force = false } = options;
  const { signal, progress } = context;
  await requireOutputs(options, force);
  const store = await openCheckpoint(options);
  const material = await loadMaterial(argument, options, context);
  const { train, judged, what } = material;
  const preparation = await loadPreparation(preset, { train, seed }, signal);
  const { inputShape, build } = builderOf(name);
  await requireFitting(preparation, train, { name, inputShape });

  const architecture = build({ classCount: train.classNames.length });
  const settings = trainingSettings(name, architecture, learningRate);
  await startBackend(threadCount(options.threads), progress.warn);
  const learner = createNetwork(architecture, { name, inputShape, seed });
  const report = await learnNetwork(
    learner,
    material,
    { settings, preparation, epochs, batchSize, seed, store },
    context,
  );
  const { loss } = settings;
  const { answering, training } = preparation;
  const network = await classify(learner, train, { loss, answering }, signal);
  const evaluation = await judge(network, judged, { answering, loss, flips: false }, context);

  const [trainCount = 0, ...imageShape] = train.images.shape;
  const { name: dataset, classNames } = train;
  const notes = { dataset, trainCount, seed, classNames, imageShape, preparation: answering.toJSON(), loss };
  const trained = { network, notes, report, evaluation, judgedBy: what };
  const written = await writeOutputs(options, trained, { force, signal });
  if (options.out !== undefined) await store?.remove();
  network.dispose();
  const summary = { epochs, batchSize, settings, training };
  context.print([...describeTrained(trained, summary), ...written.map((path) => `wrote ${path}`)], {
    ...trainedData(trained, summary),
    out: written,
  });
}

function builderOf(name: string) {
  const builder = networks[name];
  if (builder === undefined) throw new RangeError(`expected the name of a network, got ${name}`);
  return builder;
}

async function judge(
  network: Network,
  { images, labels }: ImageDataset,
  options: AnswerOptions,
  context: CommandContext,
): Promise<Evaluation> {
  const { signal } = context;
  const model = networkAnswers(network, options);
  const prepared = await model.prepare(images, { signal });
  return evaluateModel((onProgress) => model.predict(prepared, { signal, onProgress }), labels, context);
}
