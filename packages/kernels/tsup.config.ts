import { library } from '@fashion-mnist/config/tsup';

const workers = ['spawn.node', 'spawn.browser', 'kernels-worker.node', 'kernels-worker.browser'];

export default library(['src/index.ts', ...workers.map((name) => `src/pool/${name}.ts`)], {
  publicEntries: ['src/index.ts'],
});
