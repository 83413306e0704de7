import { describe, expect, it } from 'vitest';
import { describeTrouble } from './connection.ts';
import { parseQueueAddress } from './queue-address.ts';

describe('describeTrouble', () => {
  const address = parseQueueAddress('postgres://user:p%40ss-word@host/jobs');

  it('leaves the password out, however it is spelled', () => {
    const error = new Error('no entry with p@ss-word (p%40ss-word)');
    expect(describeTrouble(error, address)).toBe('no entry with *** (***)');
  });

  it('tells of every address of a host', () => {
    const error = new AggregateError([new Error('refused by ::1'), new Error('refused by 127.0.0.1')], '');
    expect(describeTrouble(error, address)).toBe('refused by ::1, refused by 127.0.0.1');
  });
});
