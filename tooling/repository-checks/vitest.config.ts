import { testInNode } from '@fashion-mnist/config/vitest';

export default testInNode({ testTimeout: 300_000, hookTimeout: 300_000 });
