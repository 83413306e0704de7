import { type Remote, transfer, wrap } from 'comlink';
import type { Dataset } from '../../data/dataset.ts';
import type { IdRange, TrainingData, TrainingService } from './training-job.ts';

/** The worker that trains. It is one, and lives as long as the page. */
export interface OpenTrainer {
  readonly service: Remote<TrainingService>;
  /** Makes sure that all images of a dataset have arrived, here and in the worker. */
  useDataset(dataset: Dataset, split: DataSplit): Promise<void>;
  /** Rejects when the worker cannot be loaded, or ends by an error: what was asked of it is never answered then. */
  readonly failure: Promise<never>;
}

/** Which images are kept back, and which were published as test images. */
export interface DataSplit {
  readonly heldOut: IdRange;
  readonly test: IdRange;
}

/** Images in one message: a copy of so many takes a millisecond. */
const PIECE = 2000;

export function openTrainer(): OpenTrainer {
  const worker = new Worker(new URL('./training.worker.ts', import.meta.url), {
    type: 'module',
    name: 'training',
  });
  const service = wrap<TrainingService>(worker);
  let opened: Dataset | undefined;
  return {
    service,
    failure: failureOf(worker),
    async useDataset(dataset, split) {
      await dataset.loadImages();
      if (opened === dataset) return;
      await service.openData(await dataOf(dataset, split));
      if (!isShared(dataset.images.data)) await sendImages(service, dataset);
      opened = dataset;
    },
  };
}

function failureOf(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      const reason = 'What trains here could not be loaded. Is the server still running?';
      reject(new Error(event.message ? `What trains here has ended: ${event.message}` : reason));
    });
  });
  failure.catch(() => {});
  return failure;
}

async function dataOf(dataset: Dataset, split: DataSplit): Promise<TrainingData> {
  const { name, classNames, imageShape } = dataset.entry;
  const labels = await dataset.labels();
  const { data } = dataset.images;
  return { name, classNames, imageShape, labels, pixels: isShared(data) ? data : undefined, ...split };
}

function isShared({ buffer }: Uint8Array): boolean {
  return typeof SharedArrayBuffer === 'function' && buffer instanceof SharedArrayBuffer;
}

async function sendImages(service: Remote<TrainingService>, { images, count }: Dataset): Promise<void> {
  const size = images.data.length / count;
  for (let first = 0; first < count; first += PIECE) {
    const piece = images.data.slice(first * size, (first + PIECE) * size);
    await service.putImages(first, transfer(piece, [piece.buffer]));
  }
}
