import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('./testing/one-batch.ts', import.meta.url));

it('starts a worker in a process that has options which threads do not take', async () => {
  const flags = ['--expose-gc', '--max-old-space-size=512', '--conditions=@fashion-mnist/source'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, PROGRAM]);
  expect(stdout).toBe('2,2,2,1\n');
});
