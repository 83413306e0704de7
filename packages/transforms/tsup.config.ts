import { library } from '@fashion-mnist/config/tsup';

const publicEntries = [
  'src/index.ts',
  'src/node/index.ts',
  'src/browser/index.ts',
  'src/presets/index.ts',
  'src/batches/index.ts',
];

/** A file for each source: who only flips gets no pipeline, because bundlers leave out whole files. */
const sources = ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/testing/**'];

export default library(sources, { publicEntries });
