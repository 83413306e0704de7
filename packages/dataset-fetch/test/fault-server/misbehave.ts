import { gzipSync } from 'node:zlib';
import type { Behaviour, LoggedRequest } from './behaviour.ts';
import type { Delivery } from './deliver.ts';
import { answerOf, type PlainAnswer, properAnswer, type ServedFile } from './proper-answer.ts';
import { shiftContentRange } from './shift-content-range.ts';
import { wrongLengthHeaders } from './wrong-length-headers.ts';

/** What is to be done with a request: nothing, an answer past `node:http`, or a delivery. */
export type Action =
  | { readonly kind: 'hang' }
  | { readonly kind: 'raw'; readonly answer: PlainAnswer; readonly lengthHeaders: readonly string[] }
  | ({ readonly kind: 'deliver' } & Delivery);

type Act<B> = (behaviour: B, file: ServedFile, request: LoggedRequest) => Action;
type Acts = { readonly [K in Behaviour['kind']]: Act<Extract<Behaviour, { readonly kind: K }>> };

const NOTHING = new Uint8Array(0);
const PAGE = '<!DOCTYPE html>\n<html><body>Please log in to use this network</body></html>\n';

const ACTS: Acts = {
  serve: (_, file, request) => send(properAnswer(file, request)),
  cut: ({ afterBytes }, file, request) => ({
    ...send(properAnswer(file, request)),
    breakOff: { afterBytes, how: 'cut' },
  }),
  stall: ({ afterBytes }, file, request) => ({
    ...send(properAnswer(file, request)),
    breakOff: { afterBytes, how: 'stall' },
  }),
  'chunked-early-close': ({ afterBytes }, file, request) => ({
    ...send(properAnswer(file, request)),
    chunked: true,
    breakOff: { afterBytes, how: 'cut' },
  }),
  'hang-before-headers': () => ({ kind: 'hang' }),
  drip: (pace, file, request) => ({ ...send(properAnswer(file, request)), pace }),
  'flip-bit': ({ offset }, file, request) => {
    const bytes = file.bytes.map((byte, index) => (index === offset ? byte ^ 1 : byte));
    return send(properAnswer({ ...file, bytes }, request));
  },
  truncate: ({ toBytes }, file, request) =>
    send(properAnswer({ ...file, bytes: file.bytes.subarray(0, toBytes) }, request)),
  'extra-bytes': ({ count }, file, request) => {
    const bytes = Buffer.concat([file.bytes, new Uint8Array(count)]);
    return send(properAnswer({ ...file, bytes }, request));
  },
  'wrong-length': ({ variant }, file, request) => {
    const answer = properAnswer(file, request);
    return { kind: 'raw', answer, lengthHeaders: wrongLengthHeaders(variant, answer.body.length) };
  },
  html: () => send(text(200, { 'content-type': 'text/html; charset=utf-8' }, PAGE)),
  json: () => send(text(200, { 'content-type': 'application/json' }, '{"error":"try again"}')),
  status: ({ status, headers, body }) =>
    send(text(status, { 'content-type': 'text/html', ...headers }, body)),
  redirect: ({ to }) => redirect(to),
  'redirect-loop': (_, __, { target, name }) =>
    redirect(target.includes('?') ? `/${name}` : `/${name}?again`),
  'redirect-chain': ({ hops }, _, { name }) => redirect(`/${name}?hops=${hops - 1}`),
  'changed-etag': ({ etag, ignoresIfRange = false }, file, { headers }) => {
    const { 'if-range': _, ...unconditional } = headers;
    return send(properAnswer({ ...file, etag }, { headers: ignoresIfRange ? unconditional : headers }));
  },
  'ignore-range': (_, file) => send(properAnswer(file, { headers: {} })),
  'wrong-content-range': (wrong, file, request) =>
    send(shiftContentRange(properAnswer(file, request), wrong)),
  'content-encoding-gzip': (_, file) => {
    const { headers, body } = properAnswer(file, { headers: {} });
    return send(answerOf(200, { ...headers, 'content-encoding': 'gzip' }, gzipSync(body)));
  },
  'no-content': () => send({ status: 204, headers: {}, body: NOTHING }),
  'partial-unasked': (_, file) => {
    const last = Math.ceil(file.bytes.length / 2) - 1;
    return send(properAnswer(file, { headers: { range: `bytes=0-${last}` } }));
  },
};

/** Turns a behaviour into what is sent for a request. */
export function misbehave(behaviour: Behaviour, file: ServedFile, request: LoggedRequest): Action {
  const act = ACTS[behaviour.kind] as Act<Behaviour>;
  return act(behaviour, file, request);
}

function send(answer: PlainAnswer): { readonly kind: 'deliver' } & Delivery {
  return { kind: 'deliver', answer };
}

function redirect(to: string): Action {
  return send(answerOf(302, { location: to }, NOTHING));
}

function text(status: number, headers: Readonly<Record<string, string>>, body = ''): PlainAnswer {
  return answerOf(status, headers, new TextEncoder().encode(body));
}
