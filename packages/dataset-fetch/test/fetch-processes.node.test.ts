import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfSignedCertificate } from './fault-server/certificate.ts';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace } from './fetcher/fetch-place.ts';
import { runChild } from './fetcher/run-child.ts';

let place: FetchPlace;
let server: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  server = await place.serve();
});
afterEach(() => place.remove());

const start = ({ baseUrl } = server, env = {}) => runChild({ cacheDir: place.cacheDir, baseUrl }, env);
const allNames = () => [...place.tiny.contents.keys()].toSorted();

describe('processes that share a cold cache', () => {
  it('fetch every file once, and all of them have it', async () => {
    const endings = await Promise.all(Array.from({ length: 4 }, () => start().ending));
    expect(endings.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(server.requests.map(({ name }) => name).toSorted()).toEqual(
      allNames().map((name) => `${name}.gz`),
    );
    expect(await place.listRight()).toEqual(allNames());
    expect(await place.listOthers()).toEqual([]);
  });

  it('go on after the one that fetches is killed, with what it had', async () => {
    server.script({ kind: 'stall', afterBytes: 5000 });
    const killed = start();
    while (server.bytesSent('train-images-idx3-ubyte.gz') < 5000) await sleep(10);
    await sleep(100);
    const next = start();
    killed.process.kill('SIGKILL');
    expect((await killed.ending).exitCode).toBeNull();
    expect(await next.ending).toMatchObject({ exitCode: 0, origins: new Array(4).fill(server.baseUrl) });
    expect(server.requests[1]?.headers['range']).toBe('bytes=5000-');
    expect(await place.listRight()).toEqual(allNames());
    expect(await place.listOthers()).toEqual([]);
  });
});

describe('a source with a certificate that the process trusts', () => {
  const skipReason = 'openssl is not on this machine';

  it('is used over https, but does not lead to plain http', async ({ skip }) => {
    const secret = await startTrusted('IP:127.0.0.1');
    if (secret === undefined) return skip(skipReason);
    secret.server.script({ kind: 'redirect', to: `${server.baseUrl}train-images-idx3-ubyte.gz` });
    const refused = await start(secret.server, secret.env).ending;
    expect(refused.errorText).toContain('it gives up encryption');
    expect(server.requests).toEqual([]);
    expect((await start(secret.server, secret.env).ending).exitCode).toBe(0);
  });

  it('is refused when the certificate is for another host', async ({ skip }) => {
    const secret = await startTrusted('IP:127.0.0.2');
    if (secret === undefined) return skip(skipReason);
    const { errorText } = await start(secret.server, secret.env).ending;
    expect(errorText).toMatch(/cannot be trusted: .*ERR_TLS_CERT_ALTNAME_INVALID/);
    expect(secret.server.requests).toEqual([]);
  });

  async function startTrusted(alternativeName: string) {
    const tls = await selfSignedCertificate(alternativeName);
    if (tls === undefined) return undefined;
    const path = join(place.cacheDir, 'certificate.pem');
    await writeFile(path, tls.cert);
    return { server: await place.serve({ tls }), env: { NODE_EXTRA_CA_CERTS: path } };
  }
});
