import { testInNode } from '@fashion-mnist/config/vitest';

/** Most tests wait for a command, and these are the last tests of the repository. */
export default testInNode({ maxWorkers: 2 });
