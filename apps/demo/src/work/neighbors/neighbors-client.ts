import { proxy, type Remote } from 'comlink';
import type { Dataset } from '../../data/dataset.ts';
import { type Features, features } from '../../state/features.ts';
import { addPredictions, type Predictions } from '../../state/predictions.ts';
import { openRemote, type RemoteWorker } from '../remote.ts';
import type { NearestImages, NeighborGraph } from './nearest.ts';
import type { NeighborsWorker } from './neighbors.worker.ts';
import type { RowQuery } from './neighbors-service.ts';
import { type ImageSending, sendImages } from './send-images.ts';

export type { NearestImages, NeighborGraph } from './nearest.ts';

/** Of what images the nearest are sought. */
export type NeighborQuery =
  /** An image of the dataset; it is not among its own neighbours. */
  | { readonly id: number }
  /** Pixels, as many bytes as the dataset's images have. */
  | { readonly image: Uint8Array }
  /** What the network of `state/features` makes of an image. */
  | { readonly features: Float32Array };

export interface NearestOptions {
  /** Neighbours at most. @default 10 */
  readonly k?: number;
  /** What is compared: pixels, or what the network of `state/features` makes of them. @default 'pixels' */
  readonly space?: 'pixels' | 'features';
  readonly signal?: AbortSignal | undefined;
}

export interface GraphOptions {
  /** Neighbours of each image. @default 10 */
  readonly k?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the share that is done, 0..1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

interface Connection {
  readonly remote: RemoteWorker<NeighborsWorker>;
  readonly images: Map<Dataset, ImageSending>;
  /** Those that the worker has. */
  features: Features | undefined;
}

interface OpenSpace {
  readonly remote: RemoteWorker<NeighborsWorker>;
  readonly space: string;
}

let connection: Connection | undefined;
let jobCount = 0;
const graphs = new WeakMap<Dataset, NeighborGraph>();

/**
 * The exact nearest of all images of a dataset that have arrived, nearest first.
 *
 * @throws {RangeError} when the image that is asked about has not arrived, or no features of it are there.
 * @throws the signal's reason, when aborted.
 */
export async function nearestTo(
  dataset: Dataset,
  query: NeighborQuery,
  { k = 10, space = 'pixels', signal }: NearestOptions = {},
): Promise<NearestImages> {
  const asked = rowQuery(dataset, query);
  const opened = await (space === 'pixels' ? pixelSpace(dataset) : featureSpace(dataset));
  return asJob(opened.remote, signal, (worker, job) => worker.nearest(opened.space, asked, k, job));
}

/**
 * The exact nearest neighbours of all images of a dataset, in pixels. Reads the images first, if need be. The last graph
 * of each dataset is kept.
 *
 * @throws {DataError} where the images cannot be had.
 * @throws the signal's reason, when aborted.
 */
export async function allNeighbors(
  dataset: Dataset,
  { k = 10, signal, onProgress }: GraphOptions = {},
): Promise<NeighborGraph> {
  const kept = graphs.get(dataset);
  if (kept !== undefined && kept.k >= Math.min(k, dataset.count - 1)) return kept;
  await dataset.loadImages();
  signal?.throwIfAborted();
  const { remote, space } = await pixelSpace(dataset);
  const graph = await asJob(remote, signal, (worker, job) =>
    worker.graph(space, k, proxy(onProgress ?? (() => {})), job),
  );
  graphs.set(dataset, graph);
  return graph;
}

/**
 * What the neighbours of every image say about it, as predictions of a model: see `weightedVote`. They are put into
 * `state/predictions`.
 *
 * @throws as `allNeighbors`.
 */
export async function leaveOneOutPredictions(
  dataset: Dataset,
  { k = 10, ...run }: GraphOptions = {},
): Promise<Predictions> {
  const [graph, labels] = await Promise.all([allNeighbors(dataset, { k, ...run }), dataset.labels()]);
  const options = { k: Math.min(k, graph.k), classCount: dataset.entry.classNames.length };
  const probabilities = await connected().remote.ask((worker) => worker.vote(graph, labels, options));
  run.signal?.throwIfAborted();
  const voted: Predictions = {
    model: `${k} nearest neighbours`,
    dataset: dataset.entry.name,
    first: 0,
    count: dataset.count,
    probabilities,
    unseen: true,
  };
  addPredictions(voted);
  return voted;
}

/** The worker, begun when it is first needed, and again after it has failed. */
function connected(): Connection {
  if (connection !== undefined) return connection;
  const worker = new Worker(new URL('./neighbors.worker.ts', import.meta.url), {
    type: 'module',
    name: 'neighbors',
  });
  const opened: Connection = { remote: openRemote(worker), images: new Map(), features: undefined };
  opened.remote.failed.catch(() => {
    if (connection === opened) connection = undefined;
  });
  connection = opened;
  return opened;
}

/** The space of a dataset's pixels, once the worker has what has arrived. */
async function pixelSpace(dataset: Dataset): Promise<OpenSpace> {
  const { remote, images } = connected();
  const space = `pixels of ${dataset.entry.name}`;
  let sending = images.get(dataset);
  if (sending === undefined) {
    sending = sendImages(dataset, remote, space);
    images.set(dataset, sending);
  }
  await sending.sent();
  return { remote, space };
}

/** The space of the network's features, which are sent once. */
async function featureSpace(dataset: Dataset): Promise<OpenSpace> {
  const known = features.peek();
  if (known?.dataset !== dataset.entry.name) {
    throw new RangeError('No network has looked at these images yet: train or load one first.');
  }
  const opened = connected();
  if (opened.features !== known) {
    opened.features = known;
    const { first, count, width, data } = known;
    await opened.remote.ask(async (worker) => {
      await worker.open('features', { first, shape: [count, width], data });
      await worker.receive('features', first, count);
    });
  }
  return { remote: opened.remote, space: 'features' };
}

function rowQuery(dataset: Dataset, query: NeighborQuery): RowQuery {
  if ('image' in query) return { values: query.image };
  if ('features' in query) return { values: query.features };
  if (!dataset.hasImage(query.id)) throw new RangeError('This picture has not arrived yet.');
  return query;
}

/** Asks for what can be stopped. */
async function asJob<R>(
  remote: RemoteWorker<NeighborsWorker>,
  signal: AbortSignal | undefined,
  question: (worker: Remote<NeighborsWorker>, job: number) => Promise<R>,
): Promise<R> {
  signal?.throwIfAborted();
  const job = ++jobCount;
  const stop = () => void remote.ask((worker) => worker.stop(job)).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await remote.ask((worker) => question(worker, job));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
