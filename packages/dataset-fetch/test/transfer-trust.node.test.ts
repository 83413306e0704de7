import { Agent, fetch as undiciFetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proxyFetch } from '../src/node/transfer/proxy-fetch.ts';
import { type Certificate, selfSignedCertificate } from './fault-server/certificate.ts';
import {
  type FaultServer,
  type FaultServerOptions,
  startFaultServer,
} from './fault-server/start-fault-server.ts';
import { type ProxyServer, startProxy } from './fault-server/start-proxy.ts';
import { createWorkplace, tryDownload, type Workplace } from './fault-server/try-download.ts';

const FILE = Uint8Array.from({ length: 5000 }, (_, index) => index * 7);

let place: Workplace;
let closing: (() => Promise<void>)[];

beforeEach(async () => {
  place = await createWorkplace();
  closing = [place.remove];
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
});

async function serve(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(new Map([['file', FILE]]), options);
  closing.push(server.close);
  return server;
}

async function openProxy(credentials?: string): Promise<ProxyServer> {
  const proxy = await startProxy(credentials);
  closing.push(proxy.close);
  return proxy;
}

describe('redirects', () => {
  it('are followed to another server, with the place to go on from', async () => {
    const target = await serve();
    const first = await serve();
    const url = `${first.baseUrl}file`;
    first.setBehaviour({ kind: 'redirect', to: `${target.baseUrl}file` });
    target.script({ kind: 'cut', afterBytes: 2000 });
    expect((await tryDownload(url, place.partialPath)).bytes).toEqual(FILE);
    expect(target.requests.map(({ headers }) => headers['range'])).toEqual([undefined, 'bytes=2000-']);
  });

  it.each([
    { hops: 10, succeeds: true },
    { hops: 11, succeeds: false },
    { hops: 20, succeeds: false },
  ])('are followed ten times: $hops are fine: $succeeds', async ({ hops, succeeds }) => {
    const server = await serve();
    server.script({ kind: 'redirect-chain', hops });
    const { failure, bytes } = await tryDownload(`${server.baseUrl}file`, place.partialPath);
    if (succeeds) expect(bytes).toEqual(FILE);
    else
      expect(failure).toMatchObject({
        retryable: false,
        message: expect.stringContaining('more than 10 times'),
      });
    expect(server.requests).toHaveLength(11);
  });

  it('are not followed in a circle', async () => {
    const server = await serve();
    server.script({ kind: 'redirect-loop' });
    const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath);
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('in a circle') });
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    { to: 'file:///etc/passwd', why: 'only https and http' },
    { to: 'ftp://127.0.0.1/file', why: 'only https and http' },
    { to: 'http://example.org/file', why: 'plain http' },
  ])('to $to are refused, with both addresses', async ({ to, why }) => {
    const server = await serve();
    server.script({ kind: 'redirect', to });
    const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath);
    expect(failure?.retryable).toBe(false);
    for (const part of [`${server.baseUrl}file`, to, why]) expect(failure?.message).toContain(part);
  });
});

it('asks no one by plain http beyond this machine', async () => {
  let asked = 0;
  const fetch = async () => {
    asked++;
    return new Response();
  };
  const { failure } = await tryDownload('http://example.org/file', place.partialPath, { fetch });
  expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('allowHttp') });
  expect(asked).toBe(0);
});

const certificate = await selfSignedCertificate('IP:127.0.0.1');
const certificateOfOther = await selfSignedCertificate('DNS:other.example');

describe.skipIf(certificate === undefined)('a server with TLS', () => {
  const trusting = (authority: Certificate | undefined): typeof globalThis.fetch => {
    const dispatcher = new Agent({ connect: { ca: authority?.cert ?? '' } });
    closing.push(() => dispatcher.close());
    return ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher })) as never;
  };

  it.each([
    {
      what: 'signed its certificate itself',
      tls: certificate,
      trusted: undefined,
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    },
    {
      what: 'shows the certificate of another host',
      tls: certificateOfOther,
      trusted: certificateOfOther,
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    },
  ])('is left for good when it $what, and is not asked by http', async ({ tls, trusted, code }) => {
    const server = await serve({ ...(tls && { tls }) });
    const fetch = trusted === undefined ? globalThis.fetch : trusting(trusted);
    const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath, { fetch });
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining(code) });
    expect(server.requests).toEqual([]);
  });

  it('gives the file when its certificate is trusted', async () => {
    const server = await serve({ ...(certificate && { tls: certificate }) });
    const fetch = trusting(certificate);
    expect((await tryDownload(`${server.baseUrl}file`, place.partialPath, { fetch })).bytes).toEqual(FILE);
  });

  it('cannot send anyone to plain http, even where that is allowed', async () => {
    const plain = await serve();
    const server = await serve({ ...(certificate && { tls: certificate }) });
    server.script({ kind: 'redirect', to: `${plain.baseUrl}file` });
    const options = { fetch: trusting(certificate), allowHttp: true };
    const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath, options);
    expect(failure).toMatchObject({
      retryable: false,
      message: expect.stringContaining('gives up encryption'),
    });
    expect(plain.requests).toEqual([]);
  });

  it('that speaks no TLS at all is left for good', async () => {
    const plain = await serve();
    const { failure } = await tryDownload(
      `${plain.baseUrl.replace('http:', 'https:')}file`,
      place.partialPath,
    );
    expect(failure).toMatchObject({
      retryable: false,
      message: expect.stringContaining('cannot be trusted'),
    });
  });
});

it('says that a port is closed', async () => {
  const server = await serve();
  await server.close();
  const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath);
  expect(failure).toMatchObject({
    retryable: true,
    message: expect.stringMatching(/^127\.0\.0\.1:\d+ refuses connections \(ECONNREFUSED\)$/),
  });
});

describe('a proxy', () => {
  it('is asked for what HTTP_PROXY says', async () => {
    const server = await serve();
    const proxy = await openProxy();
    const url = `${server.baseUrl}file`;
    const fetch = proxyFetch({ HTTP_PROXY: proxy.url });
    expect((await tryDownload(url, place.partialPath, { fetch })).bytes).toEqual(FILE);
    expect(proxy.requests).toEqual([`GET ${url}`]);
  });

  it.skipIf(certificate === undefined)('is a tunnel for https', async () => {
    const server = await serve({ ...(certificate && { tls: certificate }) });
    const proxy = await openProxy();
    const fetch = proxyFetch({ https_proxy: proxy.url });
    const { failure } = await tryDownload(`${server.baseUrl}file`, place.partialPath, { fetch });
    expect(failure?.message).toContain('SELF_SIGNED');
    expect(proxy.requests).toEqual([`CONNECT ${new URL(server.baseUrl).host}`]);
  });

  it('is not asked for the hosts of NO_PROXY', async () => {
    const server = await serve();
    const proxy = await openProxy();
    const fetch = proxyFetch({ http_proxy: proxy.url, NO_PROXY: 'example.org,127.0.0.1' });
    expect((await tryDownload(`${server.baseUrl}file`, place.partialPath, { fetch })).bytes).toEqual(FILE);
    expect(proxy.requests).toEqual([]);
  });

  it.each(['http', 'https'])('that wants a password is named: %s', async (scheme) => {
    const proxy = await openProxy('name:password');
    const fetch = proxyFetch({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
    const { failure } = await tryDownload(`${scheme}://127.0.0.1:8443/file`, place.partialPath, { fetch });
    expect(failure).toMatchObject({
      retryable: false,
      message: expect.stringMatching(
        /^the proxy answered 407 when asked for 127\.0\.0\.1:8443: it wants a name/,
      ),
    });
  });

  it('gets the name and the password of its address', async () => {
    const server = await serve();
    const proxy = await openProxy('name:pass word');
    const fetch = proxyFetch({ HTTP_PROXY: proxy.url.replace('//', '//name:pass%20word@') });
    expect((await tryDownload(`${server.baseUrl}file`, place.partialPath, { fetch })).bytes).toEqual(FILE);
  });

  it('with an address that is none is reported without it, because it may hold a password', async () => {
    const fetch = proxyFetch({ HTTP_PROXY: 'http://name:secret@:0x' });
    const { failure } = await tryDownload('http://127.0.0.1:9/file', place.partialPath, { fetch });
    expect(failure?.message).toBe('HTTP_PROXY: expected an address such as http://proxy:8080');
  });
});
