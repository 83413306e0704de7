import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseQueueAddress } from './queue-address.ts';

describe('loadBullmq', () => {
  afterEach(() => {
    vi.resetModules();
  });

  it.each([
    ['redis://host', 'ioredis', 'npm install bullmq ioredis'],
    ['redis://host', 'bullmq', 'npm install bullmq ioredis'],
    ['postgres://host', 'pg', 'npm install bullmq pg'],
  ])('says for %s without %s what to install', async (url, missing, advice) => {
    vi.doMock(missing, () => {
      throw new Error('not found');
    });
    const { loadBullmq } = await import('./bullmq.ts');
    await expect(loadBullmq(parseQueueAddress(url))).rejects.toMatchObject({
      code: 'E_QUEUE',
      message: expect.stringContaining(advice),
    });
    vi.doUnmock(missing);
  });

  it.each([
    ['redis://host', 'pg'],
    ['postgres://host', 'ioredis'],
  ])('loads for %s without %s', async (url, missing) => {
    vi.doMock(missing, () => {
      throw new Error('not found');
    });
    const { loadBullmq } = await import('./bullmq.ts');
    const address = parseQueueAddress(url);
    await expect(loadBullmq(address)).resolves.toMatchObject({ address });
    vi.doUnmock(missing);
  });
});
