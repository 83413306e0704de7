import { describe, expect, it } from 'vitest';
import { runDistributedBenchmark, startBenchmarkWorker } from '../../../src/node/distributed/index.ts';
import { findFreePort } from './servers/server-process.ts';
import { fakeExecutor } from './support/fake-executor.ts';
import { sourceOf } from './support/jobs.ts';

describe.each(['redis', 'postgres'])('a queue on %s whose server is not there', (protocol) => {
  const findAddress = async () => `${protocol}://user:hush@127.0.0.1:${await findFreePort()}/0`;
  const unreachable = {
    code: 'E_QUEUE',
    message: expect.stringMatching(/^cannot reach \w+:\/\/127\.0\.0\.1:\d+: (?!.*hush).*ECONNREFUSED/),
  };

  it('is refused by the collector', async () => {
    const run = runDistributedBenchmark({
      queue: await findAddress(),
      source: sourceOf([]),
      expectedCost: () => ({ seconds: 1 }),
      onRow() {},
    });
    await expect(run).rejects.toMatchObject(unreachable);
  });

  it('is refused by a worker', async () => {
    const worker = startBenchmarkWorker({ queue: await findAddress(), executors: [fakeExecutor()] });
    await expect(worker).rejects.toMatchObject(unreachable);
  });
});

describe('startBenchmarkWorker', () => {
  it('wants an executor', async () => {
    await expect(startBenchmarkWorker({ queue: 'redis://127.0.0.1', executors: [] })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
  });
});
