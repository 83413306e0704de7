import { watchWorker } from '@fashion-mnist/config/watch-worker';
import { expect, it } from 'vitest';
import type { FuzzReport, FuzzTask } from './fuzz-worker.ts';

const PATIENCE_MS = 120_000;
const PROGRAM = new URL('./fuzz-worker.ts', import.meta.url);

it.concurrent.each<FuzzTask>([
  { target: 'parseIdx', seed: 20_261_124, inputCount: 8_000_000 },
  { target: 'parseIdxGz', seed: 20_261_125, inputCount: 1_000_000 },
])('$target gives an array or an IdxFormatError for $inputCount mutated files', async (task) => {
  const report = await watchWorker<FuzzReport>(PROGRAM, task, PATIENCE_MS);
  console.log(`fuzz ${task.target}, seed ${task.seed}:`, report);
  expect(report.inputCount).toBe(task.inputCount);
  expect(report.acceptedCount).toBeGreaterThan(0);
  expect(Object.keys(report.refused).length).toBeGreaterThan(5);
});
