import { type Network, saveNetwork, type TrainingReport } from '@fashion-mnist/models/deep';
import { confusionFile, requireConfusionFile } from '../models/confusion-file.ts';
import type { Evaluation } from '../models/evaluate-model.ts';
import { encodeNotes } from '../models/model-notes.ts';
import type { PublishOptions } from '../output/publish-together.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { formatCount } from '../terminal/format.ts';
import { curvesFile, requireCurvesFile } from './curves-file.ts';
import type { NetworkNotes } from './network-notes.ts';

/** Files that are to be written of a training. */
export interface NetworkOutputs {
  readonly out?: string;
  readonly curves?: string;
  readonly confusion?: string;
}

/** Fails, before anything is computed, where a file cannot be written. @throws {UsageError} */
export async function requireOutputs(
  { out, curves, confusion }: NetworkOutputs,
  force: boolean,
): Promise<void> {
  if (out !== undefined) await requireFree(out, 'file', force);
  if (curves !== undefined) await requireCurvesFile(curves, force);
  if (confusion !== undefined) await requireConfusionFile(confusion, force);
}

/** What has come of a training. */
export interface TrainedNetwork {
  readonly network: Network;
  readonly notes: NetworkNotes;
  readonly report: TrainingReport;
  readonly evaluation: Evaluation;
  /** What the pictures are that it was judged by. */
  readonly judgedBy: string;
}

/** Writes the files; returns their paths. */
export async function writeOutputs(
  { out, curves, confusion }: NetworkOutputs,
  { network, notes, report, evaluation, judgedBy }: TrainedNetwork,
  options: PublishOptions,
): Promise<readonly string[]> {
  const { dataset, classNames } = notes;
  const title = `${network.name} on ${dataset}`;
  const subtitle = `accuracy ${evaluation.accuracy.toFixed(4)} on ${formatCount(evaluation.count)} ${judgedBy}`;
  if (out !== undefined)
    await writeOutput(out, await saveNetwork(network, { notes: encodeNotes(notes) }), options);
  if (curves !== undefined)
    await writeOutput(curves, curvesFile(curves, { title, subtitle }, report.epochs), options);
  if (confusion !== undefined)
    await writeOutput(confusion, confusionFile(confusion, title, evaluation, classNames), options);
  return [out, curves, confusion].filter((path) => path !== undefined);
}
