import { describe, expect, it } from 'vitest';
import { redirectTarget, requireUsableUrl } from './redirects.ts';

function follow(from: string, location: string | null, { first = from, allowHttp = false } = {}): string {
  return redirectTarget(new URL(from), location, { firstUrl: new URL(first), allowHttp }).href;
}

describe('redirectTarget', () => {
  it.each([
    { from: 'https://a.org/x/file', location: 'other', to: 'https://a.org/x/other' },
    { from: 'https://a.org/x', location: '//b.org/y?sign=1', to: 'https://b.org/y?sign=1' },
    { from: 'http://127.0.0.1:80/x', location: 'https://b.org/', to: 'https://b.org/' },
    { from: 'http://127.0.0.1/x', location: 'http://localhost:8080/', to: 'http://localhost:8080/' },
    { from: 'https://10.0.0.1/x', location: 'https://192.168.0.1/', to: 'https://192.168.0.1/' },
  ])('leads from $from by $location to $to', ({ from, location, to }) => {
    expect(follow(from, location)).toBe(to);
  });

  it('leads back into a private network when it began there', () => {
    expect(follow('https://a.org/', 'https://10.0.0.2/', { first: 'https://10.0.0.1/' })).toBe(
      'https://10.0.0.2/',
    );
  });

  it('leads from plain http to plain http, and into a private network, where that is allowed', () => {
    expect(follow('http://a.org/', 'http://10.0.0.1/', { allowHttp: true })).toBe('http://10.0.0.1/');
  });

  it.each([
    { what: 'no address', location: null, message: /without saying where/ },
    { what: 'an address that is none', location: 'https://', message: /without saying where/ },
    { what: 'plain http', location: 'http://a.org/', message: /plain http/ },
    { what: 'a file', location: 'file:///etc/passwd', message: /only https and http/ },
    { what: 'data', location: 'data:text/plain,x', message: /only https and http/ },
    { what: 'this machine', location: 'https://localhost/', message: /private network/ },
    { what: 'the metadata of a cloud', location: 'https://169.254.169.254/', message: /private network/ },
    { what: 'a private network by IPv6', location: 'https://[fd00::1]/', message: /private network/ },
  ])('refuses $what', ({ location, message }) => {
    expect(() => follow('https://a.org/', location)).toThrow(message);
  });

  it('refuses to give up encryption even where plain http is allowed', () => {
    expect(() => follow('https://a.org/', 'http://a.org/', { allowHttp: true })).toThrow(
      /gives up encryption/,
    );
  });

  it('names both addresses without a password or a signature', () => {
    expect(() => follow('https://a.org/x?sign=secret', 'http://me:secret@b.org/y?sign=secret')).toThrow(
      /^https:\/\/a\.org\/x redirects to http:\/\/b\.org\/y, which is refused: it holds a name/,
    );
  });
});

describe('requireUsableUrl', () => {
  it.each([
    { url: 'https://a.org/', allowHttp: false, fine: true },
    { url: 'http://127.0.0.1/', allowHttp: false, fine: true },
    { url: 'http://a.org/', allowHttp: true, fine: true },
    { url: 'http://a.org/', allowHttp: false, fine: false },
    { url: 'http://10.0.0.1/', allowHttp: false, fine: false },
    { url: 'file:///x', allowHttp: true, fine: false },
  ])('accepts $url when plain http is allowed ($allowHttp): $fine', ({ url, allowHttp, fine }) => {
    const firstUrl = new URL(url);
    const check = () => requireUsableUrl(firstUrl, { firstUrl, allowHttp });
    if (fine) expect(check).not.toThrow();
    else expect(check).toThrow(/is not asked/);
  });
});
