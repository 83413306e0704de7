import type { ProgressListener } from '@fashion-mnist/core';
import { createDownloadProgress } from '../../transfer/download-progress.ts';
import { createExchange, type ExchangeOptions } from './exchange.ts';
import type { PartialFile } from './partial-file.ts';
import { receiveBody } from './receive-body.ts';
import type { AddressPolicy } from './redirects.ts';
import { refusal } from './refusal.ts';
import { recordOf, validatorOf } from './resume-record.ts';
import { sendRequest } from './send-request.ts';
import { judgeAnswer, type ResumePoint } from './verdict.ts';

export interface AttemptOptions extends ExchangeOptions, AddressPolicy {
  readonly maxBytes: number;
  readonly onProgress: ProgressListener | undefined;
  readonly detail: string;
}

/** How the file became whole, or that what was there fits nothing that the server has. */
export type AttemptOutcome = 'one-answer' | 'resumed' | 'stale';

/** Asks once for what a partial file lacks, and appends what comes. */
export async function attemptDownload(
  partial: PartialFile,
  options: AttemptOptions,
): Promise<AttemptOutcome> {
  const asked = resumePoint(partial, options);
  const exchange = createExchange(options);
  try {
    const answer = await sendRequest(exchange, requestHeaders(asked), options);
    const verdict = judgeAnswer(answer.response, asked);
    if (verdict.kind === 'refused') throw await refusal(answer, exchange);
    if (verdict.kind === 'stale') return 'stale';
    const pieces = exchange.readBody(answer.response);
    if (verdict.kind === 'from-start') await partial.restart(recordOf(options.firstUrl, answer.response));
    const { totalBytes } = verdict;
    const progress = createDownloadProgress({ ...options, startSize: partial.size, totalBytes });
    if (verdict.kind !== 'whole') {
      const { host } = answer.url;
      await receiveBody(pieces, partial, { ...options, host, totalBytes, onBytes: progress.advance });
    }
    progress.finish(partial.size);
    return verdict.kind === 'from-start' ? 'one-answer' : 'resumed';
  } finally {
    exchange.close();
  }
}

/** Where to go on, when the bytes that are there can belong to the file that is asked for. */
export function resumePoint(
  { size, record }: PartialFile,
  { firstUrl, maxBytes }: Pick<AttemptOptions, 'firstUrl' | 'maxBytes'>,
): ResumePoint | undefined {
  if (record === undefined || record.url !== firstUrl.href || validatorOf(record) === undefined)
    return undefined;
  return size > 0 && size <= Math.min(maxBytes, record.totalBytes ?? maxBytes)
    ? { offset: size, record }
    : undefined;
}

function requestHeaders(asked: ResumePoint | undefined): Record<string, string> {
  const headers = { 'accept-encoding': 'identity' };
  if (asked === undefined) return headers;
  return { ...headers, range: `bytes=${asked.offset}-`, 'if-range': validatorOf(asked.record) ?? '' };
}
