import { testInNode } from '@fashion-mnist/config/vitest';

/**
 * Processes that tests start know nothing of the mutant. A test does not wait for a mutant that has come to a stop as
 * long as it waits for a busy machine.
 */
export default testInNode({
  exclude: [
    '**/node_modules/**',
    'test/fetch-{official,processes}.node.test.ts',
    'test/package-sources.node.test.ts',
    'test/real-data.node.test.ts',
  ],
  testTimeout: 15_000,
});
