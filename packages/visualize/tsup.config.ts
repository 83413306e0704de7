import { library } from '@fashion-mnist/config/tsup';

const publicEntries = ['src/index.ts', 'src/class-colors.ts'];
const workers = ['spawn.node', 'spawn.browser', 'worker.node', 'worker.browser'];

export default library([...publicEntries, ...workers.map((name) => `src/reference/${name}.ts`)], {
  publicEntries,
});
