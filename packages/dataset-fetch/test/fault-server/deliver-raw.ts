import type { ServerResponse } from 'node:http';
import type { PlainAnswer } from './proper-answer.ts';

/** Headers that say how long a body is, as they stand on the wire. */
export type LengthHeaders = readonly string[];

/** Writes an answer past `node:http`, which would refuse its length, and ends the connection. */
export function deliverRaw(
  response: ServerResponse,
  { status, headers, body }: PlainAnswer,
  lengthHeaders: LengthHeaders,
  count: (bytes: number) => void,
): void {
  const { 'content-length': _, ...others } = headers;
  const lines = [
    `HTTP/1.1 ${status} Raw`,
    ...Object.entries(others).map(([name, value]) => `${name}: ${value}`),
    ...lengthHeaders,
    'connection: close',
  ];
  const { socket } = response;
  socket?.write(`${lines.join('\r\n')}\r\n\r\n`);
  socket?.end(body, () => count(body.length));
}
