import { library } from '@fashion-mnist/config/tsup';

const entries = ['src/index.ts', 'src/index.browser.ts'];

export default library(entries, { publicEntries: entries });
