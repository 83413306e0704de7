import { library } from '@fashion-mnist/config/tsup';

const publicEntries = ['src/index.ts', 'src/index.browser.ts', 'src/node/distributed/index.ts'];

/** The process that does jobs is a file of its own. */
export default library([...publicEntries, 'src/node/execution/job-child.ts'], { publicEntries });
