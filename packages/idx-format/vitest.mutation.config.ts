import { testInNode } from '@fashion-mnist/config/vitest';

/**
 * Streams of hundreds of megabytes and every flipped bit take a minute each: too long for each of many mutants. Nor does
 * a test wait for a mutant that has come to a stop as long as it waits for a busy machine.
 */
export default testInNode({
  exclude: [
    '**/node_modules/**',
    'src/gzip/bit-flips.test.ts',
    'test/streaming-memory.node.test.ts',
    'test/size.node.test.ts',
  ],
  testTimeout: 15_000,
});
