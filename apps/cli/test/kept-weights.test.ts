import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';

const weights = fileURLToPath(
  new URL('../../../packages/benchmark/leaderboard/weights/compact-20-minutes.safetensors', import.meta.url),
);

describe.skipIf(process.env['FASHION_MNIST_TEST_FASHION'] !== 'present')(
  'the kept weights of compact',
  () => {
    it('answer for test images about as well as their run says', async () => {
      const { exitCode, stdout } = await runHere([
        'evaluate',
        weights,
        '--count',
        '250',
        '--flips',
        '--json',
      ]);
      expect(exitCode).toBe(0);
      // 0.9424 of all 10,000, as test/long finds; four standard errors of 250 below.
      expect(JSON.parse(stdout).accuracy).toBeGreaterThan(0.883);
    });
  },
);
