import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import { type ByteRange, parseByteRange } from './byte-range.ts';
import { type Content, type OpenContent, openContent, type Resource } from './resource.ts';

/**
 * Answers GET and HEAD: compressed where the client takes that, not at all where it has the bytes already, in part
 * where it asks for one range.
 *
 * @throws a system error where the file is no longer there, before anything is sent; an error of the stream, after.
 * @see RFC 9110, sections 13 and 14: several ranges may be answered with the whole.
 */
export async function sendResource(
  request: IncomingMessage,
  response: ServerResponse,
  resource: Resource,
): Promise<void> {
  const { encoding, content } = chosenContent(request, resource);
  const opened = await openContent(content);
  try {
    const { etag, size } = opened;
    response.setHeader('ETag', etag);
    response.setHeader('Cache-Control', resource.cacheControl);
    if (resource.encoded !== undefined) response.setHeader('Vary', 'Accept-Encoding');
    if (fresh(request.headers, { etag })) return void response.writeHead(304).end();

    response.setHeader('Accept-Ranges', 'bytes');
    const range = rangeOf(request, opened);
    if (range === 'unsatisfiable')
      return void response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
    response.setHeader('Content-Type', resource.type);
    if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
    await sendBytes(request, response, opened, range);
  } finally {
    await opened.close();
  }
}

async function sendBytes(
  { method }: IncomingMessage,
  response: ServerResponse,
  { size, read }: OpenContent,
  range: ByteRange | undefined,
): Promise<void> {
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (range !== undefined) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  response.writeHead(range === undefined ? 200 : 206);
  if (method === 'HEAD' || size === 0) return void response.end();
  await pipeline(read(start, end), response);
}

/** The smallest form that the client accepts. */
function chosenContent(
  request: IncomingMessage,
  { content, encoded = [] }: Resource,
): { readonly encoding?: string; readonly content: Content } {
  const accepted = new Negotiator(request).encodings(encoded.map(({ encoding }) => encoding));
  return encoded.find(({ encoding }) => accepted.includes(encoding)) ?? { content };
}

/** The range that is asked for; undefined for the whole, also where the client's part is of other bytes. */
function rangeOf(
  { headers, method }: IncomingMessage,
  { size, etag }: OpenContent,
): ByteRange | 'unsatisfiable' | undefined {
  const { range, 'if-range': condition } = headers;
  const isOfThese = condition === undefined || condition === etag;
  return range !== undefined && method === 'GET' && isOfThese ? parseByteRange(range, size) : undefined;
}
