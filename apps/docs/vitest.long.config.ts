import { testInNode } from '@fashion-mnist/config/vitest';

export default testInNode({
  include: ['test/long/**/*.long.ts'],
  testTimeout: 600_000,
  hookTimeout: 600_000,
});
