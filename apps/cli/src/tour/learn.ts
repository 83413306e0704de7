import { Worker } from 'node:worker_threads';
import type { ImageDataset, ProgressEvent, ProgressListener } from '@fashion-mnist/core';

/** What learning came to on the test images. */
export interface Lesson {
  readonly model: string;
  readonly trainCount: number;
  readonly testCount: number;
  /** Share of the test images that are classified rightly, `0..1`. */
  readonly accuracy: number;
  /** Rows true, columns predicted, flat. */
  readonly confusion: Uint32Array;
}

export interface LearnJob {
  readonly train: ImageDataset;
  readonly test: ImageDataset;
}

/** What the worker tells. */
export type LearnMessage =
  | { readonly type: 'progress'; readonly event: ProgressEvent }
  | { readonly type: 'done'; readonly lesson: Lesson }
  | { readonly type: 'failed'; readonly error: Error };

/** Learns from the training images on a thread of its own, while this one draws maps. */
export async function learn(
  job: LearnJob,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: ProgressListener },
): Promise<Lesson> {
  signal.throwIfAborted();
  const worker = new Worker(new URL(import.meta.resolve('#learn-worker')), { workerData: job });
  try {
    return await new Promise<Lesson>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the learning thread ended with exit code ${code}`)));
      worker.on('message', (message: LearnMessage) => {
        if (message.type === 'progress') onProgress(message.event);
        else if (message.type === 'done') resolve(message.lesson);
        else reject(message.error);
      });
    });
  } finally {
    await worker.terminate();
  }
}
