import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestServer, type TestServer } from './test-server.ts';

/** Starts a Redis that writes every command to disk before it answers. */
export async function openRedis(program: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fashion-mnist-redis-'));
  return openTestServer({
    folder,
    crashSignal: 'SIGKILL',
    url: (port) => `redis://127.0.0.1:${port}`,
    command: (port) => ({
      program,
      folder,
      readyMessage: 'Ready to accept connections',
      args: [
        '--port',
        `${port}`,
        '--bind',
        '127.0.0.1',
        '--dir',
        folder,
        '--appendonly',
        'yes',
        '--appendfsync',
        'always',
      ],
    }),
  });
}
