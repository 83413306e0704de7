import { describeNetwork, loadNetwork, type Network, saveNetwork } from '@fashion-mnist/models/deep';
import { type PipelineDocument, parsePipeline } from '@fashion-mnist/transforms';
import type { ImageStore } from './image-store.ts';

/** A network, and what has to be known of it to use it. */
export interface Subject {
  readonly network: Network;
  /** What is done to images before it answers. */
  readonly preparation: PipelineDocument;
  /** Epochs that it has learned. */
  readonly epochs: number;
  /** How many images it has learned from; undefined: that is not known. */
  readonly learnedCount: number | undefined;
}

/** What `fashion-mnist train` notes beside a network, and what this page adds. */
interface Notes {
  readonly dataset: string;
  readonly trainCount: number;
  readonly seed: number;
  readonly classNames: readonly string[];
  readonly imageShape: readonly number[];
  readonly preparation: PipelineDocument;
  readonly loss: { readonly kind: string };
  readonly epochs?: number;
  /** It learned from the ids `0..learnedCount - 1` of the dataset. */
  readonly learnedCount?: number;
}

/** The file of a network, which the toolkit's command line reads as well. */
export async function saveSubject(subject: Subject, store: ImageStore): Promise<Uint8Array<ArrayBuffer>> {
  const { network, preparation, epochs, learnedCount } = subject;
  const notes: Notes = {
    dataset: store.name,
    trainCount: learnedCount ?? 0,
    seed: SEED,
    classNames: store.classNames,
    imageShape: store.imageShape,
    preparation,
    loss: { kind: 'cross-entropy' },
    epochs,
    ...(learnedCount !== undefined && { learnedCount }),
  };
  return saveNetwork(network, { notes: { notes: JSON.stringify(notes), madeBy: 'fashion-mnist demo' } });
}

/** Decides how networks begin and in which order images come. */
export const SEED = 42;

const MOST_BYTES = 2 ** 29;

/**
 * The network of a file, on the backend in use.
 *
 * @throws {ModelsError} `E_MODEL`; `Error` - it is a network, but does not fit the dataset.
 */
export async function readSubject(file: Uint8Array, store: ImageStore): Promise<Subject> {
  const { notes, inputShape } = await describeNetwork(file, { maxBytes: MOST_BYTES });
  const found = parseNotes(notes['notes']);
  if (found.preparation === undefined)
    throw new Error('The file does not say how this network wants its images prepared.');
  const { steps } = parsePipeline(found.preparation);
  if (inputShape.join() !== [...store.imageShape, 1].join())
    throw new Error(`This network takes images of ${inputShape.slice(0, 2).join(' × ')} pixels.`);
  const network = await loadNetwork(file, { maxBytes: MOST_BYTES });
  const { outputShape } = network;
  if (outputShape.length !== 1 || outputShape[0] !== store.classCount) {
    network.dispose();
    throw new Error(`This network does not tell ${store.classCount} classes apart.`);
  }
  return {
    network,
    preparation: { steps },
    epochs: found.epochs ?? 0,
    learnedCount: found.dataset === store.name ? found.learnedCount : undefined,
  };
}

function parseNotes(text = '{}'): Partial<Notes> {
  try {
    return (JSON.parse(text) ?? {}) as Partial<Notes>;
  } catch {
    return {};
  }
}
