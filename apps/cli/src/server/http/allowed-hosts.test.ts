import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { addressOf, allowedHosts, hostNameOf } from './allowed-hosts.ts';

describe('hostNameOf', () => {
  it.each([
    { header: 'localhost', name: 'localhost' },
    { header: 'LocalHost:8080', name: 'localhost' },
    { header: '127.0.0.1:1', name: '127.0.0.1' },
    { header: '[::1]:65535', name: '::1' },
    { header: '[::1]', name: '::1' },
    { header: '', name: undefined },
    { header: 'localhost:', name: undefined },
    { header: 'localhost:123456', name: undefined },
    { header: 'localhost@evil.example', name: undefined },
    { header: 'localhost/evil', name: undefined },
    { header: '::1', name: undefined },
    { header: 'localhost evil', name: undefined },
  ])('takes $header for $name', ({ header, name }) => {
    expect(hostNameOf(header)).toBe(name);
  });
});

describe('allowedHosts', () => {
  it('are the names of this machine for itself, and the one that the user gave', () => {
    expect(allowedHosts('127.0.0.1')).toEqual(['127.0.0.1', 'localhost', '::1']);
    expect(allowedHosts('Box.Example')).toEqual(['127.0.0.1', 'localhost', '::1', 'box.example']);
  });

  it.each(['0.0.0.0', '::'])('are all names of this machine where it listens at %s', (host) => {
    expect(allowedHosts(host)).toContain(hostname().toLowerCase());
    expect(allowedHosts(host)).not.toContain(host);
  });
});

describe('addressOf', () => {
  it('sets IPv6 addresses in brackets', () => {
    expect(addressOf('::1', 80)).toBe('http://[::1]:80/');
    expect(addressOf('localhost', 80)).toBe('http://localhost:80/');
  });
});
