import { describe, expect, it } from 'vitest';
import { networkFailure, proxyRefusal } from './network-failure.ts';

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });
const wrapped = (cause: unknown) => new TypeError('fetch failed', { cause });

describe('networkFailure', () => {
  it.each([
    { code: 'ENOTFOUND', says: 'a.org has no address' },
    { code: 'EAI_AGAIN', says: 'a.org cannot be looked up' },
    { code: 'ECONNREFUSED', says: 'a.org refuses connections (ECONNREFUSED)' },
    { code: 'UND_ERR_SOCKET', says: 'a.org hung up (UND_ERR_SOCKET)' },
    { code: 'ENEW', says: 'a.org cannot be read: it broke (ENEW)' },
  ])('unwraps $code, which may pass', ({ code, says }) => {
    const failure = networkFailure('a.org', wrapped(withCode('it broke', code)));
    expect(failure).toMatchObject({ retryable: true, message: expect.stringContaining(says) });
  });

  it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'])(
    'does not trust after %s',
    (code) => {
      const failure = networkFailure('a.org', wrapped(withCode('it is bad', code)));
      expect(failure.retryable).toBe(false);
      expect(failure.message).toBe(
        `a.org cannot be trusted: it is bad (${code}); behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS`,
      );
    },
  );

  it('takes the first failure of a host with several addresses', () => {
    const all = new AggregateError([withCode('', 'ECONNREFUSED'), withCode('', 'ENETUNREACH')]);
    expect(networkFailure('a.org', wrapped(all)).message).toContain('ECONNREFUSED');
  });

  it('keeps the error as the cause', () => {
    const error = wrapped(withCode('', 'ECONNRESET'));
    expect(networkFailure('a.org', error).cause).toBe(error);
  });

  it('tells a proxy that refuses from the host', () => {
    const error = wrapped(new Error('Proxy response (502) !== 200 when HTTP Tunneling'));
    expect(networkFailure('a.org', error)).toMatchObject({
      retryable: true,
      message: 'the proxy answered 502 when asked for a.org',
    });
  });

  it('copes with what is not an error', () => {
    expect(networkFailure('a.org', 'oops').message).toBe('a.org cannot be read: oops');
  });
});

describe('proxyRefusal', () => {
  it('says how to give a password, and that asking again is of no use', () => {
    expect(proxyRefusal('a.org', 407)).toMatchObject({
      retryable: false,
      message: expect.stringContaining('HTTPS_PROXY=http://name:password@proxy:8080'),
    });
  });
});
