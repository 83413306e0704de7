import { describe, expect, it } from 'vitest';
import { type AddressScope, addressScope } from './address-scope.ts';

const HOSTS: Readonly<Record<AddressScope, readonly string[]>> = {
  loopback: [
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    '127.0.0.1',
    '127.9.9.9',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ],
  private: [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '[::]',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:10.0.0.1]',
  ],
  public: [
    'example.org',
    'localhost.example.org',
    '8.8.8.8',
    '100.128.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '[2001:db8::1]',
    '[::ffff:8.8.8.8]',
  ],
};

describe('addressScope', () => {
  for (const [scope, hosts] of Object.entries(HOSTS)) {
    it.each(hosts)(`finds %s ${scope}`, (host) => {
      expect(addressScope(new URL(`https://${host}:8443/file`))).toBe(scope);
    });
  }
});
