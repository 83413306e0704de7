import { library } from '@fashion-mnist/config/tsup';

const publicEntries = [
  'src/index.ts',
  'src/index.browser.ts',
  'src/node/distributed/index.ts',
  'src/leaderboard/index.ts',
  'src/report/index.ts',
];

/** The process that does jobs is a file of its own, and so is its address, which must stand beside it. */
const childEntries = ['src/node/execution/job-child.ts', 'src/node/execution/job-child-url.ts'];

export default library([...publicEntries, ...childEntries], { publicEntries });
