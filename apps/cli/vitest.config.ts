import { testInNode } from '@fashion-mnist/config/vitest';

/** Most tests run commands, which find their threads as sources; no module of the command keeps a state. */
export default testInNode({
  maxWorkers: 2,
  isolate: false,
  execArgv: ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'],
});
