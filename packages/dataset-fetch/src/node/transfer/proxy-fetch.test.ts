import { describe, expect, it } from 'vitest';
import { proxyFetch } from './proxy-fetch.ts';

describe('proxyFetch', () => {
  it.each([
    {},
    { NO_PROXY: '*' },
    { ALL_PROXY: 'http://proxy:1' },
    { http_proxy: '', HTTP_PROXY: 'http://proxy:1' },
  ])('is the fetch of the platform when the environment names no proxy: %j', (env) => {
    expect(proxyFetch(env)).toBe(globalThis.fetch);
  });

  it.each([{ HTTP_PROXY: 'proxy:1' }, { https_proxy: 'http://proxy:1' }])('is another with %j', (env) => {
    expect(proxyFetch(env)).not.toBe(globalThis.fetch);
  });
});
