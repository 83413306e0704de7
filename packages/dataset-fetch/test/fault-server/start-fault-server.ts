import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Behaviour, BehaviourChooser, LoggedRequest } from './behaviour.ts';
import { deliver } from './deliver.ts';
import { deliverRaw } from './deliver-raw.ts';
import { type Action, misbehave } from './misbehave.ts';
import { servedFile, type Validators } from './proper-answer.ts';

export interface FaultServerOptions {
  /** What the server tells of a file's version. @default 'strong' */
  readonly validators?: Validators;
  /** Speaks https with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A server on this machine that serves files properly, and misbehaves on demand. */
export interface FaultServer {
  /** Ends with a slash; file names are appended. */
  readonly baseUrl: string;
  /** In the order of their arrival. */
  readonly requests: readonly LoggedRequest[];
  /** Bytes of bodies that have left for a file, over all its requests. */
  bytesSent(name: string): number;
  /** Answers every request so from now on, once the script is done. */
  setBehaviour(behaviour: Behaviour | BehaviourChooser): void;
  /** Answers the next requests so, one each. */
  script(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

export async function startFaultServer(
  files: ReadonlyMap<string, Uint8Array>,
  { validators = 'strong', tls }: FaultServerOptions = {},
): Promise<FaultServer> {
  const requests: LoggedRequest[] = [];
  const sent = new Map<string, number>();
  const queue: Behaviour[] = [];
  let choose: BehaviourChooser = () => ({ kind: 'serve' });

  function answer(incoming: IncomingMessage, response: ServerResponse): void {
    const request = logged(incoming, files);
    requests.push(request);
    const behaviour = chainStep(request) ?? queue.shift() ?? choose(request);
    const bytes = files.get(request.name);
    const action: Action =
      bytes === undefined
        ? { kind: 'deliver', answer: { status: 404, headers: {}, body: new Uint8Array(0) } }
        : misbehave(behaviour, servedFile(bytes, validators), request);
    const count = (length: number) => sent.set(request.name, (sent.get(request.name) ?? 0) + length);
    if (action.kind === 'raw') deliverRaw(response, action.answer, action.lengthHeaders, count);
    else if (action.kind === 'deliver') deliver(response, action, count).catch(() => response.destroy());
  }

  const server = tls === undefined ? createHttpServer(answer) : createHttpsServer(tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/`,
    requests,
    bytesSent: (name) => sent.get(name) ?? 0,
    setBehaviour(behaviour) {
      choose = typeof behaviour === 'function' ? behaviour : () => behaviour;
    },
    script: (...behaviours) => void queue.push(...behaviours),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function logged(incoming: IncomingMessage, files: ReadonlyMap<string, Uint8Array>): LoggedRequest {
  const target = incoming.url ?? '/';
  const name = decodeURIComponent(target.replace(/^\/|\?.*$/g, ''));
  const headers = incoming.headers as Readonly<Record<string, string | undefined>>;
  return { method: incoming.method ?? '', target, name, fileBytes: files.get(name)?.length ?? 0, headers };
}

/** A redirect that has begun goes on to its end. */
function chainStep({ target }: LoggedRequest): Behaviour | undefined {
  if (target.endsWith('?again')) return { kind: 'redirect-loop' };
  const hops = /\?hops=(\d+)$/.exec(target)?.[1];
  if (hops === undefined) return undefined;
  return hops === '0' ? { kind: 'serve' } : { kind: 'redirect-chain', hops: Number(hops) };
}
