import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BenchmarkError } from '../../errors.ts';
import { parseQueueAddress } from './queue-address.ts';

describe('parseQueueAddress', () => {
  it.each([
    ['redis://127.0.0.1:6379', 'redis', 'redis://127.0.0.1:6379'],
    ['rediss://user:secret@queue.example:6380/2', 'redis', 'rediss://queue.example:6380'],
    ['postgres://user:secret@queue.example/jobs?sslmode=require', 'postgres', 'postgres://queue.example'],
    ['postgresql://[::1]:5432/jobs', 'postgres', 'postgresql://[::1]:5432'],
  ])('tells the backend of %s, and names it without the password', (url, backend, label) => {
    expect(parseQueueAddress(url)).toEqual({ backend, url, label });
  });

  it.each([
    '',
    'queue.example:6379',
    'http://queue.example',
    'redis:',
    'postgres:///jobs',
    '/var/run/redis.sock',
  ])('refuses %j', (text) => {
    expect(() => parseQueueAddress(text)).toThrow(expect.objectContaining({ code: 'E_QUEUE' }));
  });

  it('never repeats an address that it refuses, as that may hold a password', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{12}$/),
        fc.constantFrom('http://u:', 'redis//u:', ':'),
        (password, start) => {
          try {
            parseQueueAddress(`${start}${password}@host`);
          } catch (error) {
            if (!(error instanceof BenchmarkError)) throw error;
            expect(error.message).not.toContain(password);
            expect(error.cause).toBeUndefined();
            return;
          }
          throw new Error('expected a refusal');
        },
      ),
    );
  });
});
