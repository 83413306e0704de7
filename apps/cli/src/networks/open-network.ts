import { ModelsError } from '@fashion-mnist/models';
import { describeNetwork, loadNetwork, type Network } from '@fashion-mnist/models/deep';
import { parsePipeline } from '@fashion-mnist/transforms';
import { decodeNotes } from '../models/model-notes.ts';
import type { TrainedModel } from '../models/trained-model.ts';
import { networkAnswers } from './network-answers.ts';
import type { NetworkNotes } from './network-notes.ts';
import { startBackend } from './start-backend.ts';

export interface OpenNetworkOptions {
  readonly threads: number | undefined;
  readonly flips: boolean;
  readonly warn: (line: string) => void;
}

/**
 * A network from the bytes of its file, as what answers for pictures.
 *
 * @throws {ModelsError} `E_MODEL` - the file is damaged, or was not made by `train`.
 */
export async function openNetwork(
  path: string,
  bytes: Uint8Array,
  { threads, flips, warn }: OpenNetworkOptions,
): Promise<TrainedModel> {
  const { name, notes } = await readNetworkNotes(path, bytes);
  await startBackend(threads, warn);
  const network = await loadNetwork(bytes);
  requireClasses(path, network, notes);
  return {
    name,
    learnedFrom: notes,
    ...networkAnswers(network, { answering: parsePipeline(notes.preparation), loss: notes.loss, flips }),
    dispose: async () => network.dispose(),
  };
}

/** What `train` has noted in the file of a network. @throws {ModelsError} `E_MODEL` */
export async function readNetworkNotes(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly name: string; readonly notes: NetworkNotes }> {
  const { name, notes } = await describeNetwork(bytes);
  const decoded = decodeNotes<NetworkNotes>(path, notes);
  if (decoded.loss?.kind === undefined || decoded.preparation === undefined)
    throw new ModelsError(
      'E_MODEL',
      `${path}: expected the preparation and the loss of a network in its notes`,
    );
  return { name, notes: decoded };
}

function requireClasses(path: string, { outputShape }: Network, { classNames }: NetworkNotes): void {
  if (outputShape.length === 1 && outputShape[0] === classNames.length) return;
  throw new ModelsError(
    'E_MODEL',
    `${path}: expected scores of ${classNames.length} classes, got [${outputShape.join(', ')}]`,
  );
}
