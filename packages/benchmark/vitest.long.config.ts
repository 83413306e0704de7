import { testInNode } from '@fashion-mnist/config/vitest';

const HOUR_MS = 3_600_000;

export default testInNode({
  include: ['test/long/**/*.long.ts'],
  fileParallelism: false,
  testTimeout: HOUR_MS,
});
