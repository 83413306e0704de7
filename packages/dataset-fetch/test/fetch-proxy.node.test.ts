import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { type ProxyServer, startProxy } from './fault-server/start-proxy.ts';
import { createFetchPlace, type FetchPlace, sourceAt } from './fetcher/fetch-place.ts';

const CREDENTIALS = 'name:secret';

let place: FetchPlace;
let server: FaultServer;
let proxy: ProxyServer;

beforeEach(async () => {
  place = await createFetchPlace();
  server = await place.serve();
  proxy = await startProxy(CREDENTIALS);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await place.remove();
  await proxy.close();
});

const allowed = () => proxy.url.replace('//', `//${CREDENTIALS}@`);
/** With the usual patience: what speaks to proxies is loaded at the first request. */
const fetchAll = () => place.fetch([sourceAt(server)], { timeouts: {} });

describe('a proxy named by the environment', () => {
  it('is what all servers are asked through, with the name and password of its address', async () => {
    vi.stubEnv('http_proxy', allowed());
    const { fetched } = await fetchAll();
    expect(fetched?.files).toHaveLength(4);
    expect(proxy.requests.length).toBeGreaterThan(0);
    expect(proxy.requests.every((request) => request.includes(new URL(server.baseUrl).host))).toBe(true);
  });

  it('is not asked for the hosts of NO_PROXY', async () => {
    vi.stubEnv('http_proxy', allowed());
    vi.stubEnv('no_proxy', 'example.org,127.0.0.1');
    const { fetched } = await fetchAll();
    expect(fetched?.files).toHaveLength(4);
    expect(proxy.requests).toEqual([]);
  });

  it('that wants a password is told from a source that refuses', async () => {
    vi.stubEnv('http_proxy', proxy.url);
    const { failure } = await fetchAll();
    expect(failure).toMatchObject({
      code: 'E_NO_SOURCE',
      attempts: [{ reason: expect.stringMatching(/the proxy answered 407.*HTTPS_PROXY=/) }],
    });
    expect(server.requests).toEqual([]);
  });

  it('that is not there is named as what fails', async () => {
    vi.stubEnv('http_proxy', proxy.url);
    await proxy.close();
    const { failure } = await fetchAll();
    expect(failure?.message).toMatch(/refuses connections/);
    expect(server.requests).toEqual([]);
  });
});
