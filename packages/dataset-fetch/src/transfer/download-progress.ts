import { type ProgressListener, reportProgress } from '@fashion-mnist/core';
import { createRateMeter } from './rate-meter.ts';

const INTERVAL_MS = 50;

/** Tells a listener how far a download has come, at most 20 times a second and once at its end. */
export interface DownloadProgress {
  advance(completed: number): void;
  finish(completed: number): void;
}

export interface DownloadProgressOptions {
  readonly onProgress: ProgressListener | undefined;
  /** The file's name. */
  readonly detail: string;
  /** Bytes that were there before. */
  readonly startSize: number;
  /** Size of the whole file, where it is known. */
  readonly totalBytes: number | undefined;
  /** @default performance.now */
  readonly now?: () => number;
}

export function createDownloadProgress(options: DownloadProgressOptions): DownloadProgress {
  const { onProgress, detail, startSize, totalBytes, now = () => performance.now() } = options;
  const meter = createRateMeter(startSize, now());
  let nextMs = now();

  function report(completed: number, nowMs: number): void {
    const rate = meter.update(completed, nowMs);
    const total = Math.max(completed, totalBytes ?? completed);
    reportProgress(onProgress, {
      stage: 'download',
      completed,
      total,
      unit: 'bytes',
      detail,
      ...(rate !== undefined && { rate }),
    });
  }

  return {
    advance(completed) {
      const nowMs = now();
      if (nowMs < nextMs || completed === totalBytes) return;
      nextMs = nowMs + INTERVAL_MS;
      report(completed, nowMs);
    },
    finish: (completed) => report(completed, now()),
  };
}
