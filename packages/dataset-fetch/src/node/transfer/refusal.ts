import { proxyRefusal } from '../../transfer/network-failure.ts';
import { parseRetryAfter } from '../../transfer/retry-after.ts';
import { isRetryableStatus } from '../../transfer/retryable-status.ts';
import { TransferError } from '../../transfer/transfer-error.ts';
import type { Exchange } from './exchange.ts';
import type { Answer } from './send-request.ts';

const EXCERPT_LENGTH = 80;
const TEXT_TYPES = /^(text\/|application\/([a-z+]*json|[a-z+]*xml))/i;

/** The error for an answer that is not the file: what the server said, with the start of its page. */
export async function refusal({ response, url }: Answer, exchange: Exchange): Promise<TransferError> {
  const { status, statusText, headers } = response;
  if (status === 407) return proxyRefusal(url.host, status);
  const excerpt = TEXT_TYPES.test(headers.get('content-type') ?? '')
    ? await readExcerpt(response, exchange)
    : '';
  const page = excerpt === '' ? '' : `, beginning ${JSON.stringify(excerpt)}`;
  return new TransferError(`${url.host} ${describe(status, statusText)}${page}`, {
    retryable: isRetryableStatus(status),
    retryAfterMs: isRetryableStatus(status) ? parseRetryAfter(headers.get('retry-after')) : undefined,
  });
}

function describe(status: number, statusText: string): string {
  if (status === 200) return 'sent a page in place of the file';
  if (status === 206) return 'answered 206 with a part of the file, when all of it was asked';
  return `answered ${status} ${statusText}`.trimEnd();
}

async function readExcerpt(response: Response, exchange: Exchange): Promise<string> {
  try {
    for await (const start of exchange.readBody(response)) return printable(start);
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
  }
  return '';
}

function printable(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, EXCERPT_LENGTH)).replace(/[^\x20-\x7e]+/g, ' ');
}
