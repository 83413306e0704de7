import { watchWorker } from '@fashion-mnist/config/watch-worker';
import { expect, it } from 'vitest';
import type { RegistryFuzzReport, RegistryFuzzTask } from './fuzz-registry-worker.ts';

const PATIENCE_MS = 120_000;
const TASK: RegistryFuzzTask = { seed: 20_261_126, inputCount: 1_000_000 };
const LARGEST_GROWTH = 2 ** 20;

it(`reads ${TASK.inputCount} mutated definitions without another error than E_DEFINITION`, async () => {
  const program = new URL('./fuzz-registry-worker.ts', import.meta.url);
  const report = await watchWorker<RegistryFuzzReport>(program, TASK, PATIENCE_MS);
  console.log(`fuzz registry, seed ${TASK.seed}:`, report);
  expect(report.inputCount).toBe(TASK.inputCount);
  expect(report.acceptedCount).toBeGreaterThan(0);
  expect(report.refusedCount).toBeGreaterThan(report.acceptedCount);
  expect(report.largestGrowth).toBeLessThan(LARGEST_GROWTH);
});
