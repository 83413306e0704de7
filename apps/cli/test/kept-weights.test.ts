import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';

const folder = new URL('../../../packages/benchmark/leaderboard/weights/', import.meta.url);

describe.skipIf(process.env['FASHION_MNIST_TEST_FASHION'] !== 'present')(
  'the kept weights of compact',
  () => {
    it.each([
      // Four standard errors of 250 images below 0.9424 and 0.9507, which are those of all 10,000.
      { name: 'compact-20-minutes', atLeast: 0.883 },
      { name: 'compact-3-hours', atLeast: 0.896 },
    ])('answer for test images about as well as their run says: $name', async ({ name, atLeast }) => {
      const weights = fileURLToPath(new URL(`${name}.safetensors`, folder));
      const { exitCode, stdout } = await runHere([
        'evaluate',
        weights,
        '--count',
        '250',
        '--flips',
        '--json',
      ]);
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout).accuracy).toBeGreaterThan(atLeast);
    });
  },
);
