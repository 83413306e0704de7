import { library } from '@fashion-mnist/config/tsup';

const entries = ['src/index.ts', 'src/node/index.ts', 'src/browser/index.ts'];

export default library(entries, { publicEntries: entries });
