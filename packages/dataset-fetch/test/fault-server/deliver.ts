import type { ServerResponse } from 'node:http';
import type { PlainAnswer } from './proper-answer.ts';

const PIECE_BYTES = 1 << 16;

/** How an answer is put on the wire. */
export interface Delivery {
  readonly answer: PlainAnswer;
  /** What happens after so many bytes of the body: the connection ends, or nothing ever comes. */
  readonly breakOff?: { readonly afterBytes: number; readonly how: 'cut' | 'stall' };
  readonly pace?: { readonly bytesPerTick: number; readonly tickMs: number };
  /** Sends chunks in place of a length. */
  readonly chunked?: boolean;
}

/** Sends an answer as said, and counts the bytes of the body that have left. */
export async function deliver(
  response: ServerResponse,
  { answer, breakOff, pace, chunked = false }: Delivery,
  count: (bytes: number) => void,
): Promise<void> {
  const { 'content-length': length, ...others } = answer.headers;
  response.writeHead(answer.status, chunked || length === undefined ? others : answer.headers);
  response.flushHeaders();
  const body = answer.body.subarray(0, breakOff?.afterBytes);
  const step = pace?.bytesPerTick ?? PIECE_BYTES;
  for (let offset = 0; offset < body.length && !response.destroyed; offset += step) {
    const piece = body.subarray(offset, offset + step);
    if (pace !== undefined) await new Promise((resolve) => setTimeout(resolve, pace.tickMs));
    if (!response.write(piece)) await drained(response);
    count(piece.length);
  }
  if (breakOff === undefined) response.end();
  else if (breakOff.how === 'cut') response.socket?.end();
}

/** Waits until more can be written, or nobody is there to read it. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
