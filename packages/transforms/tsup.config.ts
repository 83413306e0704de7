import { library } from '@fashion-mnist/config/tsup';

const publicEntries = ['src/index.ts', 'src/presets/index.ts'];

export default library(publicEntries, { publicEntries });
